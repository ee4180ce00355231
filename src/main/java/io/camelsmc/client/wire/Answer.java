package io.camelsmc.client.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The body of a 200. Unknown fields are ignored and absent ones stay absent, but an answer is accepted only if it
 * certainly is the answer of the operation: an empty object is not an empty listing.
 *
 * @param fields the body
 * @param requestId id of the call, from the body, or else from the header; empty when neither has one
 */
public record Answer(Fields fields, String requestId) {

    private static final Set<String> SUCCESS_CODES = Set.of("200", "ok", "success");

    /**
     * Reads a body.
     *
     * @param headerRequestId request id of the response header, used where the body has none
     * @throws UnreadableResponseException if it is not a JSON object, or carries an error code
     */
    public static Answer of(String body, @Nullable String headerRequestId) throws UnreadableResponseException {
        Fields fields = Json.object(body)
                .orElseThrow(() -> new UnreadableResponseException("the body is not one well-formed JSON object"));
        String code = fields.text("Code");
        if (code != null && !SUCCESS_CODES.contains(code.toLowerCase(Locale.ROOT))) {
            throw new UnreadableResponseException("the status says success but the body carries error code " + code);
        }
        String id = fields.text("RequestId");
        return new Answer(fields, id != null ? id : headerRequestId != null ? headerRequestId : "");
    }

    /**
     * The request id of an answer that says nothing else.
     *
     * @throws UnreadableResponseException if the body has none
     */
    public String acknowledged() throws UnreadableResponseException {
        return required(fields, "RequestId", "the answer carries no RequestId");
    }

    /**
     * A page of a listing {@code outer: {inner: [...]}}.
     *
     * @param id name of the field that every item must have
     * @param parser reads an item, given its id
     * @param askedNumber number of the page that was asked for
     * @param askedSize size that was asked for
     * @throws UnreadableResponseException if the body is not such a page
     */
    public <T> Page<T> page(
            String outer, String inner, String id, BiFunction<Fields, String, T> parser, int askedNumber, int askedSize)
            throws UnreadableResponseException {
        if (!fields.has(outer) && fields.integer("TotalCount") == null) {
            throw new UnreadableResponseException("the answer carries neither " + outer + " nor TotalCount");
        }
        List<T> items = new ArrayList<>();
        for (Fields item : fields.list(outer, inner)) {
            items.add(parser.apply(item, required(item, id, "an item of the listing has no " + id)));
        }
        return page(items, askedNumber, askedSize);
    }

    private static String required(Fields fields, String name, String otherwise) throws UnreadableResponseException {
        String value = fields.text(name);
        if (value == null) {
            throw new UnreadableResponseException(otherwise);
        }
        return value;
    }

    /** Where the service does not count, a full page is taken to have a successor. */
    private <T> Page<T> page(List<T> items, int askedNumber, int askedSize) throws UnreadableResponseException {
        Integer number = fields.integer("PageNumber");
        Integer size = fields.integer("PageSize");
        Integer total = fields.integer("TotalCount");
        int pageNumber = number == null ? askedNumber : number;
        int pageSize = size == null ? askedSize : size;
        if (pageNumber == 1 && items.isEmpty() && total != null && total > 0) {
            throw new UnreadableResponseException("the answer counts " + total + " items but lists none");
        }
        int counted = (pageNumber - 1) * pageSize + items.size() + (items.size() >= pageSize ? 1 : 0);
        return new Page<>(items, total == null ? counted : total, pageNumber, pageSize, requestId);
    }
}
