package io.camelsmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.camelsmc.client.SmcFailure.Executed;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTypingTest {

    private static final ModifyReplicationJobAttributeRequest CHANGE = new ModifyReplicationJobAttributeRequest(
            "j-1",
            ReplicationJobSpec.builder().set(SpecField.DESCRIPTION, "moved").build());

    private final Fixtures.Canned transport = new Fixtures.Canned();
    private final SmcClient client = Fixtures.client(transport);

    @ParameterizedTest
    @CsvSource({
        "400, ReplicationJobDataDiskIndex.Invalid, rejected, false",
        "400, VSwitchIdVpcId.Mismatch, rejected, false",
        "400, InvalidSecurityGroupId.VPCMismatch, rejected, false",
        "400, InvalidOsMigrationType.NotMatched, rejected, false",
        "400, MissingRegionId, rejected, false",
        "400, InvalidParameter.Name, rejected, false",
        "404, InvalidSourceId.NotFound, rejected, false",
        "400, Some.Mismatch, rejected, false",
        "400, NeverHeardOf, rejected, false",
        "418, NeverHeardOf, rejected, false",
        "400, SourceServerState.Invalid, conflict, false",
        "400, ReplicationJobName.Duplicate, conflict, false",
        "400, ImageName.UsedByReplicationJob, conflict, false",
        "409, NeverHeardOf, conflict, false",
        "400, QuotaExceeded.ReplicationJob, quota, true",
        "400, InsufficientBalance, quota, true",
        "403, EntityNotExist.Role, access, true",
        "403, RealNameAuthenticationError, access, true",
        "403, Forbidden.Unauthorized, access, true",
        "403, Forbidden.RAM, access, true",
        "403, Forbidden.SomethingNew, access, true",
        "403, NoPermission, access, true",
        "404, InvalidAccessKeyId.NotFound, access, true",
        "400, InvalidAccessKeyId.Inactive, access, true",
        "400, SignatureDoesNotMatch, access, true",
        "400, IncompleteSignature, access, true",
        "400, InvalidSecurityToken.Malformed, access, true",
        "400, MissingSecurityToken, access, true",
        "400, InvalidTimeStamp.Expired, access, true",
        "400, IllegalTimestamp, access, true",
        "400, Throttling.User, throttled, false",
        "429, Throttling, throttled, false",
        "503, Throttling.Api, throttled, false",
        "400, Throttling.SomethingNew, throttled, false",
        "429, NeverHeardOf, throttled, false",
        "500, InternalError, outcome-unknown, false",
        "503, ServiceUnavailable, outcome-unknown, false",
        "400, SignatureNonceUsed, outcome-unknown, false",
        "400, IdempotentParameterMismatch, outcome-unknown, false",
        "400, IdempotenceParamNotMatch, outcome-unknown, false",
        "403, IdempotentProcessing, outcome-unknown, false",
        "403, LastTokenProcessing, outcome-unknown, false",
        "500, NeverHeardOf, outcome-unknown, false",
        "599, NeverHeardOf, outcome-unknown, false",
        "500, InvalidSomethingNew, outcome-unknown, false",
    })
    void codeDecidesTheClassOfACreate(int status, String code, String errorClass, boolean accountWide) {
        transport.answer(status, Map.of(), error(code, "text"));

        SmcException failure = create();

        assertThat(failure.errorClass().id()).isEqualTo(errorClass);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.httpStatus()).isEqualTo(status);
        assertThat(failure.requestId()).isEqualTo("R-1");
        assertThat(failure.accountWide()).isEqualTo(accountWide);
        assertThat(failure.failure().executed())
                .isEqualTo(errorClass.equals("outcome-unknown") ? Executed.UNKNOWN : Executed.NO);
        assertThat(failure.failure().advice()).isNotEmpty();
        assertThat(failure).hasMessageContaining(code).hasMessageContaining("R-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"InternalError", "ServiceUnavailable", "SignatureNonceUsed", "NeverHeardOf"})
    void nothingIsInDoubtAfterARead(String code) {
        transport.answer(500, Map.of(), error(code, ""));

        SmcException failure =
                catchThrowableOfType(SmcException.class, () -> client.call(DescribeReplicationJobsRequest.all()));

        assertThat(failure).isInstanceOf(SmcUnavailableException.class);
        assertThat(failure.failure().executed()).isEqualTo(Executed.NO);
    }

    @ParameterizedTest
    @CsvSource({
        "400, ReplicationJob.InvalidStatus, conflict",
        "400, ReplicationJob.InvalidBusinessStatus, conflict",
        "400, ReplicationJobName.Duplicate, conflict",
        "400, ImageName.UsedByReplicationJob, conflict",
        "400, DataDisk.DuplicateIndex, rejected",
        "400, ReplicationJobDataDiskIndex.Invalid, rejected",
        "400, MissingJobId, rejected",
        "404, InvalidJobId.NotFound, rejected",
        "400, InvalidParameter.SystemDiskSize, rejected",
        "400, Throttling.User, throttled",
        "500, InternalError, outcome-unknown",
    })
    void codeDecidesTheClassOfAChange(int status, String code, String errorClass) {
        transport.answer(status, Map.of(), error(code, "text"));

        SmcException failure = modify();

        assertThat(failure.errorClass().id()).isEqualTo(errorClass);
        assertThat(failure.failure().operation()).isEqualTo("ModifyReplicationJobAttribute");
        assertThat(failure.accountWide()).isFalse();
        assertThat(failure.failure().executed())
                .isEqualTo(errorClass.equals("outcome-unknown") ? Executed.UNKNOWN : Executed.NO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"RequestId\":\"R-1\",\"Code\":\"InternalError\"}", "<html/>"})
    void changeWithoutARequestIdIsNeverSuccess(String body) {
        transport.answer(200, Map.of(), body);

        assertThat(modify()).isInstanceOf(SmcOutcomeUnknownException.class);
    }

    @Test
    void changeReturnsItsRequestIdAndSendsNeitherRegionNorToken() throws Exception {
        transport.answer(200, Map.of(), "{\"RequestId\":\"R-7\"}");

        assertThat(client.call(CHANGE)).isEqualTo(new Acknowledged("R-7"));
        assertThat(transport.requests.get(0).query())
                .contains("JobId=j-1", "Description=moved")
                .doesNotContain("RegionId", "ClientToken");
    }

    @Test
    void changeThatCannotBeEncodedNeverLeaves() {
        SmcException failure = catchThrowableOfType(
                SmcException.class, () -> client.call(new ModifyReplicationJobAttributeRequest("j-1", Fixtures.SPEC)));

        assertThat(failure).isInstanceOf(SmcRejectedException.class).hasMessageContaining("sourceId");
        assertThat(failure.code()).isEqualTo("Validation.Local");
        assertThat(transport.requests).isEmpty();
    }

    @Test
    void positiveRetryHeaderMeansThrottlingWhateverTheCode() {
        transport.answer(500, Map.of("x-acs-retry-after", "1500"), error("InternalError", ""));

        SmcException failure = create();

        assertThat(failure).isInstanceOf(SmcThrottledException.class);
        assertThat(failure.failure().retryAfter()).isEqualTo(Duration.ofMillis(1500));
        assertThat(failure.failure().executed()).isEqualTo(Executed.NO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "", "soon", "99999999999999999999"})
    void retryHeaderThatIsNotPositiveCountsAsAbsent(String value) {
        transport.answer(500, Map.of("x-acs-retry-after", value), error("InternalError", ""));

        assertThat(create()).isInstanceOf(SmcOutcomeUnknownException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x-ratelimit-user-api | Limit:5,Remain:0,TimeLeft:700 | 700",
                "x-ratelimit-user | Limit:5,Remain:0,TimeLeft:900,X:1 | 900",
                "retry-after | 3 | 3000",
            })
    void olderHeadersTellHowLongToWait(String header, String value, long millis) {
        transport.answer(400, Map.of(header, value), error("Throttling.User", ""));

        assertThat(create().failure().retryAfter()).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void xmlErrorIsRead() {
        transport.answer(
                400,
                Map.of("content-type", "text/xml;charset=utf-8"),
                "<?xml version='1.0'?><Error><RequestId>R-2</RequestId><Code>Throttling.User</Code></Error>");

        assertThat(create()).isInstanceOf(SmcThrottledException.class).hasMessageContaining("R-2");
    }

    @Test
    void externalEntityIsNotResolved() {
        transport.answer(
                400,
                Map.of(),
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><Error><Code>&x;</Code></Error>");

        assertThat(create().code()).isEqualTo("Response.Unparseable");
    }

    @ParameterizedTest
    @CsvSource({
        "400, Response.Unparseable, outcome-unknown, false",
        "401, Response.AccessDenied, outcome-unknown, true",
        "403, Response.AccessDenied, outcome-unknown, true",
        "407, Response.AccessDenied, outcome-unknown, true",
        "429, Response.TooManyRequests, throttled, false",
        "502, Response.Unparseable, outcome-unknown, false",
        "504, Response.Unparseable, outcome-unknown, false",
        "200, Response.Unparseable, outcome-unknown, false",
        "302, Response.Redirect, outcome-unknown, true",
    })
    void pageOfAProxyShowsStatusAndTypeOnly(int status, String code, String errorClass, boolean accountWide) {
        transport.answer(
                status,
                Map.of(
                        "content-type",
                        "text/html; charset=x",
                        "location",
                        "https://user:pw@evil.example/?Signature=abc"),
                "<html><body>private page</body></html>");

        SmcException failure = create();

        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.errorClass().id()).isEqualTo(errorClass);
        assertThat(failure.accountWide()).isEqualTo(accountWide);
        assertThat(failure)
                .hasMessageContaining("HTTP " + status)
                .hasMessageContaining(status == 302 ? "evil.example" : "text/html")
                .hasMessageNotContaining("private page")
                .hasMessageNotContaining("pw@")
                .hasMessageNotContaining("abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{\"JobId\":",
                "{\"JobId\":\"\"}",
                "{\"JobId\":null}",
                "{\"JobId\":\"../../x\"}",
                "{\"JobId\":\"j-1\"} trailing",
                "{\"JobId\":\"j-1\",\"Code\":\"InternalError\"}",
                "{\"code\":\"QuotaExceeded.ReplicationJob\"}",
            })
    void successWithoutAUsableJobIdIsNeverSuccess(String body) {
        transport.answer(200, Map.of(), body);

        assertThat(create()).isInstanceOf(SmcOutcomeUnknownException.class);
    }

    @Test
    void refusedClockIsMeasuredStatedAndCorrected() {
        transport.answer(
                400, Map.of("date", "Thu, 15 Jan 2026 08:50:00 GMT"), error("InvalidTimeStamp.Expired", "late"));

        SmcException failure = create();
        transport.answer(200, Map.of(), "{\"JobId\":\"j-1\"}");

        assertThat(failure).isInstanceOf(SmcAccessException.class).hasMessageContaining("20 min 0 s behind");
        assertThat(failure.failure().serverTime()).isEqualTo(Instant.parse("2026-01-15T08:50:00Z"));
        assertThat(catchThrowableOfType(
                        SmcException.class,
                        () -> client.call(new CreateReplicationJobRequest(Fixtures.SPEC, Fixtures.TOKEN))))
                .isNull();
        assertThat(transport.requests.get(0).headers()).containsEntry("x-acs-date", "2026-01-15T08:30:00Z");
        assertThat(transport.requests.get(1).headers()).containsEntry("x-acs-date", "2026-01-15T08:50:00Z");
    }

    @Test
    void missingPermissionIsNamed() {
        transport.answer(
                403,
                Map.of(),
                "{\"Code\":\"Forbidden.RAM\",\"AccessDeniedDetail\":{\"AuthAction\":\"smc:CreateReplicationJob\"}}");

        assertThat(create()).hasMessageContaining("smc:CreateReplicationJob");
    }

    private SmcException modify() {
        return catchThrowableOfType(SmcException.class, () -> client.call(CHANGE));
    }

    private SmcException create() {
        return catchThrowableOfType(
                SmcException.class, () -> client.call(new CreateReplicationJobRequest(Fixtures.SPEC, Fixtures.TOKEN)));
    }

    private static String error(String code, String message) {
        return "{\"RequestId\":\"R-1\",\"HostId\":\"smc.aliyuncs.com\",\"Code\":\"" + code + "\",\"Message\":\""
                + message + "\"}";
    }
}
