package io.camelsmc.client.wire;

import io.camelsmc.client.CreateReplicationJobResult;
import io.camelsmc.client.Page;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.ObservedSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a 200. Unknown fields are ignored and absent ones stay absent, but an answer is accepted only if it
 * certainly is the answer of the operation: an empty object is not an empty listing.
 */
public final class ResponseParser {

    private static final Pattern JOB_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");
    private static final Set<String> SUCCESS_CODES = Set.of("200", "ok", "success");

    private ResponseParser() {}

    /**
     * The result of a create.
     *
     * @param fallbackRequestId request id of the response header, used where the body has none
     * @throws UnreadableResponseException if there is no usable job id, or an error code beside it
     */
    public static CreateReplicationJobResult create(String body, @Nullable String fallbackRequestId)
            throws UnreadableResponseException {
        Fields answer = answer(body);
        String jobId = answer.text("JobId");
        if (jobId == null || !JOB_ID.matcher(jobId).matches()) {
            throw new UnreadableResponseException("the answer carries no usable JobId");
        }
        return new CreateReplicationJobResult(jobId, requestId(answer, fallbackRequestId));
    }

    /**
     * The request id of an answer that says nothing else.
     *
     * @throws UnreadableResponseException if there is no request id, or an error code beside it
     */
    public static String acknowledged(String body) throws UnreadableResponseException {
        String requestId = answer(body).text("RequestId");
        if (requestId == null) {
            throw new UnreadableResponseException("the answer carries no RequestId");
        }
        return requestId;
    }

    /**
     * A page of replication jobs.
     *
     * @throws UnreadableResponseException if the body is not such a page
     */
    public static Page<ObservedJob> jobs(String body, int pageNumber, int pageSize, @Nullable String fallbackRequestId)
            throws UnreadableResponseException {
        Fields answer = listing(body, "ReplicationJobs");
        List<ObservedJob> jobs = new ArrayList<>();
        String requestId = requestId(answer, fallbackRequestId);
        for (Fields job : answer.list("ReplicationJobs", "ReplicationJob")) {
            jobs.add(ObservedJobParser.parse(job, required(job, "JobId"), requestId));
        }
        return page(answer, jobs, pageNumber, pageSize, fallbackRequestId);
    }

    /**
     * A page of source servers.
     *
     * @throws UnreadableResponseException if the body is not such a page
     */
    public static Page<ObservedSource> sources(
            String body, int pageNumber, int pageSize, @Nullable String fallbackRequestId)
            throws UnreadableResponseException {
        Fields answer = listing(body, "SourceServers");
        List<ObservedSource> sources = new ArrayList<>();
        for (Fields source : answer.list("SourceServers", "SourceServer")) {
            sources.add(ObservedSourceParser.parse(source, required(source, "SourceId")));
        }
        return page(answer, sources, pageNumber, pageSize, fallbackRequestId);
    }

    private static Fields answer(String body) throws UnreadableResponseException {
        Fields answer = Json.object(body)
                .orElseThrow(() -> new UnreadableResponseException("the body is not one well-formed JSON object"));
        String code = answer.text("Code");
        if (code != null && !SUCCESS_CODES.contains(code.toLowerCase(Locale.ROOT))) {
            throw new UnreadableResponseException("the status says success but the body carries error code " + code);
        }
        return answer;
    }

    private static Fields listing(String body, String outer) throws UnreadableResponseException {
        Fields answer = answer(body);
        if (!answer.has(outer) && answer.integer("TotalCount") == null) {
            throw new UnreadableResponseException("the answer carries neither " + outer + " nor TotalCount");
        }
        return answer;
    }

    private static String required(Fields item, String name) throws UnreadableResponseException {
        String value = item.text(name);
        if (value == null) {
            throw new UnreadableResponseException("an item of the listing has no " + name);
        }
        return value;
    }

    /** Where the service does not count, a full page is taken to have a successor. */
    private static <T> Page<T> page(
            Fields answer, List<T> items, int askedNumber, int askedSize, @Nullable String fallbackRequestId)
            throws UnreadableResponseException {
        Integer number = answer.integer("PageNumber");
        Integer size = answer.integer("PageSize");
        Integer total = answer.integer("TotalCount");
        int pageNumber = number == null ? askedNumber : number;
        int pageSize = size == null ? askedSize : size;
        if (pageNumber == 1 && items.isEmpty() && total != null && total > 0) {
            throw new UnreadableResponseException("the answer counts " + total + " items but lists none");
        }
        int counted = (pageNumber - 1) * pageSize + items.size() + (items.size() >= pageSize ? 1 : 0);
        return new Page<>(
                items, total == null ? counted : total, pageNumber, pageSize, requestId(answer, fallbackRequestId));
    }

    private static String requestId(Fields answer, @Nullable String fallback) {
        String id = answer.text("RequestId");
        return id != null ? id : fallback != null ? fallback : "";
    }
}
