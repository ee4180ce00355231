package io.camelsmc.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tags of source servers and jobs. */
class TagsTest {

    private ServiceRig service;
    private String jobId = "";

    @BeforeEach
    void start() throws Exception {
        service = new ServiceRig(EmulatorOptions.builder());
        jobId = service.create("s-1", "Tag.1.Key", "app", "Tag.1.Value", "shop");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void givesAndTakesTagsOfJobsAndSources() throws Exception {
        tag(
                "replicationjob",
                jobId,
                "Tag.1.Key",
                "team",
                "Tag.1.Value",
                "blue",
                "Tag.2.Key",
                "app",
                "Tag.2.Value",
                "x");
        tag("sourceserver", "s-1", "Tag.1.Key", "rack", "Tag.1.Value", "7");

        assertThat(tags(service.job(jobId))).containsExactly("app=x", "team=blue");
        assertThat(tags(service.source("s-1"))).containsExactly("rack=7");
        assertThat(service.ok("DescribeReplicationJobs", "Tag.1.Key", "team")
                        .path("TotalCount")
                        .asInt())
                .isEqualTo(1);
        assertThat(service.ok("DescribeReplicationJobs", "Tag.1.Key", "app", "Tag.1.Value", "shop")
                        .path("TotalCount")
                        .asInt())
                .isZero();
        assertThat(service.ok("DescribeSourceServers", "Tag.1.Key", "rack")
                        .path("TotalCount")
                        .asInt())
                .isEqualTo(1);
        service.ok(
                "UntagResources",
                "ResourceType",
                "replicationjob",
                "ResourceId.1",
                jobId,
                "TagKey.1",
                "app",
                "TagKey.2",
                "TEAM");
        assertThat(tags(service.job(jobId))).containsExactly("team=blue");
        service.ok("UntagResources", "ResourceType", "replicationjob", "ResourceId.1", jobId, "All", "true");
        assertThat(tags(service.job(jobId))).isEmpty();
    }

    @Test
    void listsTagsByResourceAndByTagInPages() throws Exception {
        for (int i = 0; i < 3; i++) {
            String[] tags = new String[38];
            for (int t = 0; t < 19; t++) {
                tags[2 * t] = "Tag." + (t + 1) + ".Key";
                tags[2 * t + 1] = "k" + t;
            }
            tag("replicationjob", service.create("s-2" + i), tags);
        }

        JsonNode first = service.ok("ListTagResources", "ResourceType", "replicationjob");
        JsonNode second = service.ok(
                "ListTagResources",
                "ResourceType",
                "replicationjob",
                "NextToken",
                first.path("NextToken").asText());
        JsonNode one = service.ok(
                "ListTagResources", "ResourceType", "replicationjob", "Tag.1.Key", "app", "Tag.1.Value", "shop");

        assertThat(first.at("/TagResources/TagResource")).hasSize(50);
        assertThat(second.at("/TagResources/TagResource")).hasSize(1 + 3 * 19 - 50);
        assertThat(second.path("NextToken").asText()).isEmpty();
        JsonNode entry = one.at("/TagResources/TagResource/0");
        assertThat(entry.path("ResourceId").asText()).isEqualTo(jobId);
        assertThat(entry.path("ResourceType").asText()).isEqualTo("ALIYUN::SMC::REPLICATIONJOB");
        assertThat(entry.path("TagKey").asText()).isEqualTo("app");
        assertThat(entry.path("TagValue").asText()).isEqualTo("shop");
        assertThat(service.ok("ListTagResources", "ResourceType", "sourceserver", "ResourceId.1", "s-1")
                        .at("/TagResources/TagResource"))
                .isEmpty();
    }

    @Test
    void listsTagsInXmlToo() throws Exception {
        TestCall call = TestCall.of("ListTagResources", "ResourceType", "replicationjob", "Format", "XML");

        assertThat(TestCall.send(call.v1(service.emulator.endpoint(), "GET")).text())
                .startsWith("<?xml")
                .contains("<ListTagResourcesResponse><RequestId>")
                .contains("<TagResources><TagResource><ResourceId>" + jobId + "</ResourceId>")
                .contains("<TagKey>app</TagKey><TagValue>shop</TagValue></TagResource></TagResources>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ResourceId.1=JOB&Tag.1.Key=a; MissingParameter.ResourceType",
                "ResourceType=boat&ResourceId.1=JOB&Tag.1.Key=a; InvalidResourceType.NotFound",
                "ResourceType=replicationjob&Tag.1.Key=a; MissingResourceId",
                "ResourceType=replicationjob&ResourceId.1=JOB; MissingTag",
                "ResourceType=replicationjob&ResourceId.1=j-0&Tag.1.Key=a; InvalidResourceId.NotFound",
                "ResourceType=sourceserver&ResourceId.1=JOB&Tag.1.Key=a; InvalidResourceId.NotFound",
                "ResourceType=replicationjob&ResourceId.1=JOB&ResourceId.2=JOB&Tag.1.Key=a; Duplicate.ResourceId",
                "ResourceType=replicationjob&ResourceId.1=JOB&Tag.1.Key=acs:a; InvalidParameter.Tag.Key",
                "ResourceType=replicationjob&ResourceId.1=JOB&Tag.1.Key=aliyun; InvalidParameter.Tag.Key",
                "ResourceType=replicationjob&ResourceId.1=JOB&Tag.1.Value=a; InvalidParameter.Tag.Key",
                "ResourceType=replicationjob&ResourceId.1=JOB&Tag.1.Key=a&Tag.1.Value=http://x; InvalidParameter.Tag.Value",
            })
    void refusesWhatNoResourceMayHave(String pairs, String code) throws Exception {
        assertThat(refusal("TagResources", pairs)).isEqualTo(code);
        assertThat(tags(service.job(jobId))).containsExactly("app=shop");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ListTagResources; ResourceId.1=JOB; MissingParameter.ResourceType",
                "ListTagResources; ResourceType=replicationjob&Tag.1.Value=a; InvalidParameter.TagValue",
                "ListTagResources; ResourceType=replicationjob&NextToken=x; InvalidParameter.NextToken",
                "ListTagResources; ResourceType=replicationjob&ResourceId.1=j-0; InvalidResourceId.NotFound",
                "UntagResources; ResourceType=replicationjob&ResourceId.1=JOB; MissingTagKey",
                "UntagResources; ResourceType=replicationjob&ResourceId.1=j-0&All=true; InvalidResourceId.NotFound",
            })
    void refusesQuestionsAndRemovalsOfTheWrongForm(String action, String pairs, String code) throws Exception {
        assertThat(refusal(action, pairs)).isEqualTo(code);
    }

    @Test
    void takesFiftyResourcesAndTwentyTagsAtMost() throws Exception {
        StringBuilder resources = new StringBuilder("ResourceType=replicationjob&Tag.1.Key=a");
        StringBuilder tags = new StringBuilder("ResourceType=replicationjob&ResourceId.1=JOB");
        for (int i = 1; i <= 51; i++) {
            resources.append("&ResourceId.").append(i).append("=j-").append(i);
        }
        for (int i = 1; i <= 20; i++) {
            tags.append("&Tag.").append(i).append(".Key=k").append(i);
        }

        assertThat(refusal("TagResources", resources.toString())).isEqualTo("NumberExceed.ResourceIds");
        assertThat(refusal("TagResources", tags.toString()))
                .as("with the one it has")
                .isEqualTo("NumberExceed.Tags");
        assertThat(refusal("TagResources", tags + "&Tag.21.Key=app")).isEqualTo("NumberExceed.Tags");
    }

    private void tag(String type, String id, String... tags) throws Exception {
        TestCall call =
                TestCall.of("TagResources", tags).with("ResourceType", type).with("ResourceId.1", id);
        assertThat(call.send(service.emulator).status()).isEqualTo(200);
    }

    private String refusal(String action, String pairs) throws Exception {
        TestCall call = TestCall.of(action);
        for (String pair : pairs.split("&", -1)) {
            int equals = pair.indexOf('=');
            call.with(pair.substring(0, equals), pair.substring(equals + 1).replace("JOB", jobId));
        }
        TestCall.Reply reply = call.send(service.emulator);
        assertThat(reply.status()).isEqualTo(400);
        return reply.code();
    }

    private static List<String> tags(JsonNode owner) {
        List<String> tags = new ArrayList<>();
        owner.at("/Tags/Tag")
                .forEach(tag -> tags.add(
                        tag.path("Key").asText() + "=" + tag.path("Value").asText()));
        return tags;
    }
}
