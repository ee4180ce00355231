package io.camelsmc.component;

import io.camelsmc.client.CredentialsSource;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.sign.SignatureVersion;
import io.camelsmc.spec.check.ApiProfile;
import io.camelsmc.state.Journal;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/**
 * The options of the component and its endpoints. Copied for every endpoint; an endpoint's option wins.
 *
 * <p>Longer than other classes, since Camel's generator wants every option with its accessors in one class.
 */
@UriParams
public class SmcConfiguration implements Cloneable {

    @UriParam(description = "Region for rows that name none, such as cn-hangzhou")
    private @Nullable String region;

    @UriParam(
            defaultValue = "https://smc.aliyuncs.com",
            description =
                    "Base URI of the service. One host serves every region. Plain HTTP is accepted for loopback only")
    private String endpoint = "https://smc.aliyuncs.com";

    @UriParam(
            label = "security",
            secret = true,
            description =
                    "Id of the access key; needs secretKey. Without both the vendor's default credential chain is used"
                            + " (environment, profile files, roles)")
    private @Nullable String accessKey;

    @UriParam(
            label = "security",
            secret = true,
            description = "Secret of the access key. Set it on the component, with a placeholder such as {{env:NAME}}")
    private @Nullable String secretKey;

    @UriParam(
            label = "security",
            secret = true,
            description = "Session token that goes with a temporary access key; needs accessKey and secretKey")
    private @Nullable String securityToken;

    @UriParam(
            label = "security,advanced",
            description = "Supplies the credentials, asked before every call; wins over accessKey and secretKey")
    @Metadata(autowired = true)
    private @Nullable CredentialsSource credentialsSource;

    @UriParam(
            description =
                    "Id of the account, part of the identity of every job. Without it the scope is the access key; set it"
                            + " when keys rotate or roles are used")
    private @Nullable String accountId;

    @UriParam(
            secret = true,
            description =
                    "Where the journal lives: a directory (SQLite) or a jdbc:postgresql: address. Without it nothing is"
                            + " remembered over a restart but the deterministic token. Set an address with a password on"
                            + " the component, with a placeholder such as {{env:NAME}}")
    private @Nullable String stateUrl;

    @UriParam(label = "advanced", description = "The journal to use instead of opening stateUrl; it stays open")
    @Metadata(autowired = true)
    private @Nullable Journal journal;

    @UriParam(label = "advanced", description = "The client to use instead of making one; it stays open")
    @Metadata(autowired = true)
    private @Nullable SmcClient client;

    @UriParam(
            label = "advanced",
            defaultValue = "V3",
            description = "Signature of requests: V3 (ACS3-HMAC-SHA256) or V1 (HMAC-SHA1)")
    private SignatureVersion signatureVersion = SignatureVersion.V3;

    @UriParam(
            label = "advanced",
            defaultValue = "PAGE_2025",
            description = "Edition of the API page whose limits are checked: PAGE_2025 or PAGE_2021")
    private ApiProfile apiProfile = ApiProfile.PAGE_2025;

    @UriParam(
            label = "security",
            description = "TLS settings for calls to the service; the settings of the platform where absent")
    private @Nullable SSLContextParameters sslContextParameters;

    @UriParam(label = "proxy", description = "Name or address of the HTTP proxy; needs proxyPort")
    private @Nullable String proxyHost;

    @UriParam(label = "proxy", description = "Port of the HTTP proxy, 1 to 65535; needs proxyHost")
    private @Nullable Integer proxyPort;

    @UriParam(
            label = "advanced",
            javaType = "java.time.Duration",
            defaultValue = "5000",
            description = "Time allowed to connect, in milliseconds or as text such as 5s; at least 1 ms")
    private long connectTimeout = 5_000;

    @UriParam(
            label = "advanced",
            javaType = "java.time.Duration",
            defaultValue = "30000",
            description =
                    "Time allowed between two reads of an answer, in milliseconds or as text such as 30s; at least 1 ms")
    private long readTimeout = 30_000;

    @UriParam(
            label = "advanced",
            javaType = "java.time.Duration",
            defaultValue = "60000",
            description =
                    "Time allowed for one call in all, connecting included, in milliseconds or as text such as 1m; at least 1 ms")
    private long callTimeout = 60_000;

    @UriParam(label = "advanced", defaultValue = "64", description = "Connections to the service at most, 1 to 1000")
    private int maxConnections = 64;

    @UriParam(
            defaultValue = "3",
            description =
                    "Create calls that one exchange makes at most, 1 to 10. What is left over is the route's to retry")
    private int maxAttempts = 3;

    @UriParam(
            defaultValue = "8",
            description =
                    "Calls in flight at most that apply makes for one wave, and that endpoints of one account make"
                            + " together, 1 to 64")
    private int parallelism = 8;

    @UriParam(
            defaultValue = "0",
            description = "Calls a second at most; 0 for no bound but the service's own. Endpoints of equal rate and"
                    + " parallelism share one pace, so set both on the component")
    private double rate;

    @UriParam(
            description = "Makes apply send nothing if more than so many jobs would be created; no limit where absent")
    private @Nullable Integer maxCreate;

    @UriParam(
            description =
                    "Makes apply start no further row once more than so many rows, or such a share of the rows tried"
                            + " (from 20 on), ended in rejected, conflict or failed: a number such as 5, or 10%")
    private @Nullable String maxFail;

    @UriParam(
            description =
                    "Rows that apply takes: patterns separated by commas, wave/name, a name or a source id, wave:W,"
                            + " app:A, region:R, source:ID, tag:KEY=VALUE, with * and ?; all rows where absent")
    private @Nullable String target;

    @UriParam(description = "Rows that apply leaves out, also when target takes them; patterns as for target")
    private @Nullable String exclude;

    @UriParam(
            label = "advanced",
            javaType = "java.time.Duration",
            defaultValue = "1000",
            description =
                    "Longest wait before the second create call, in milliseconds or as text such as 1s; at least 1 ms. Doubles with every further call up to 20 s; the wait is a random part of it")
    private long retryDelay = 1_000;

    @UriParam(
            label = "advanced",
            javaType = "java.time.Duration",
            defaultValue = "3000",
            description =
                    "Wait before the service is asked whether a job of unknown outcome exists, in milliseconds or as text such as 3s; at least 1 ms")
    private long settleDelay = 3_000;

    @UriParam(
            label = "advanced",
            javaType = "java.time.Duration",
            defaultValue = "60000",
            description =
                    "Longest wait that the service may ask for within one exchange, in milliseconds or as text such as 1m; at least 1 ms. Beyond it the row fails as throttled")
    private long maxRetryAfter = 60_000;

    @UriParam(
            defaultValue = "true",
            description =
                    "Whether to look for an equal job before the first create of a row that the journal does not know. Rows"
                            + " that come together share their reads, a row alone costs one; protects against migrating twice after the loss of the journal")
    private boolean readBeforeCreate = true;

    @UriParam(
            defaultValue = "false",
            description =
                    "Whether rows of target type TargetInstance, which destroy all data on the target, need no consent"
                            + " of their own")
    private boolean allowErase;

    @UriParam(defaultValue = "false", description = "Whether readWave and apply refuse a whole wave for one bad row")
    private boolean strict;

    @UriParam(
            description =
                    "File of defaults (defaults.yaml: global, waves, templates) that fill the gaps of rows; read when the endpoint"
                            + " starts")
    private @Nullable String defaults;

    /** A copy for one endpoint. */
    public SmcConfiguration copy() {
        try {
            return (SmcConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public @Nullable String getRegion() {
        return region;
    }

    public void setRegion(@Nullable String region) {
        this.region = region;
    }

    public String getEndpoint() {
        return endpoint;
    }

    public void setEndpoint(String endpoint) {
        this.endpoint = endpoint;
    }

    public @Nullable String getAccessKey() {
        return accessKey;
    }

    public void setAccessKey(@Nullable String accessKey) {
        this.accessKey = accessKey;
    }

    public @Nullable String getSecretKey() {
        return secretKey;
    }

    public void setSecretKey(@Nullable String secretKey) {
        this.secretKey = secretKey;
    }

    public @Nullable String getSecurityToken() {
        return securityToken;
    }

    public void setSecurityToken(@Nullable String securityToken) {
        this.securityToken = securityToken;
    }

    public @Nullable CredentialsSource getCredentialsSource() {
        return credentialsSource;
    }

    public void setCredentialsSource(@Nullable CredentialsSource credentialsSource) {
        this.credentialsSource = credentialsSource;
    }

    public @Nullable String getAccountId() {
        return accountId;
    }

    public void setAccountId(@Nullable String accountId) {
        this.accountId = accountId;
    }

    public @Nullable String getStateUrl() {
        return stateUrl;
    }

    public void setStateUrl(@Nullable String stateUrl) {
        this.stateUrl = stateUrl;
    }

    public @Nullable Journal getJournal() {
        return journal;
    }

    public void setJournal(@Nullable Journal journal) {
        this.journal = journal;
    }

    public @Nullable SmcClient getClient() {
        return client;
    }

    public void setClient(@Nullable SmcClient client) {
        this.client = client;
    }

    public SignatureVersion getSignatureVersion() {
        return signatureVersion;
    }

    public void setSignatureVersion(SignatureVersion signatureVersion) {
        this.signatureVersion = signatureVersion;
    }

    public ApiProfile getApiProfile() {
        return apiProfile;
    }

    public void setApiProfile(ApiProfile apiProfile) {
        this.apiProfile = apiProfile;
    }

    public @Nullable SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(@Nullable SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public @Nullable String getProxyHost() {
        return proxyHost;
    }

    public void setProxyHost(@Nullable String proxyHost) {
        this.proxyHost = proxyHost;
    }

    public @Nullable Integer getProxyPort() {
        return proxyPort;
    }

    public void setProxyPort(@Nullable Integer proxyPort) {
        this.proxyPort = proxyPort;
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public long getReadTimeout() {
        return readTimeout;
    }

    public void setReadTimeout(long readTimeout) {
        this.readTimeout = readTimeout;
    }

    public long getCallTimeout() {
        return callTimeout;
    }

    public void setCallTimeout(long callTimeout) {
        this.callTimeout = callTimeout;
    }

    public int getMaxConnections() {
        return maxConnections;
    }

    public void setMaxConnections(int maxConnections) {
        this.maxConnections = maxConnections;
    }

    public int getMaxAttempts() {
        return maxAttempts;
    }

    public void setMaxAttempts(int maxAttempts) {
        this.maxAttempts = maxAttempts;
    }

    public long getRetryDelay() {
        return retryDelay;
    }

    public void setRetryDelay(long retryDelay) {
        this.retryDelay = retryDelay;
    }

    public long getSettleDelay() {
        return settleDelay;
    }

    public void setSettleDelay(long settleDelay) {
        this.settleDelay = settleDelay;
    }

    public long getMaxRetryAfter() {
        return maxRetryAfter;
    }

    public void setMaxRetryAfter(long maxRetryAfter) {
        this.maxRetryAfter = maxRetryAfter;
    }

    public boolean isReadBeforeCreate() {
        return readBeforeCreate;
    }

    public void setReadBeforeCreate(boolean readBeforeCreate) {
        this.readBeforeCreate = readBeforeCreate;
    }

    public boolean isAllowErase() {
        return allowErase;
    }

    public void setAllowErase(boolean allowErase) {
        this.allowErase = allowErase;
    }

    public boolean isStrict() {
        return strict;
    }

    public void setStrict(boolean strict) {
        this.strict = strict;
    }

    public int getParallelism() {
        return parallelism;
    }

    public void setParallelism(int parallelism) {
        this.parallelism = parallelism;
    }

    public double getRate() {
        return rate;
    }

    public void setRate(double rate) {
        this.rate = rate;
    }

    public @Nullable Integer getMaxCreate() {
        return maxCreate;
    }

    public void setMaxCreate(@Nullable Integer maxCreate) {
        this.maxCreate = maxCreate;
    }

    public @Nullable String getMaxFail() {
        return maxFail;
    }

    public void setMaxFail(@Nullable String maxFail) {
        this.maxFail = maxFail;
    }

    public @Nullable String getTarget() {
        return target;
    }

    public void setTarget(@Nullable String target) {
        this.target = target;
    }

    public @Nullable String getExclude() {
        return exclude;
    }

    public void setExclude(@Nullable String exclude) {
        this.exclude = exclude;
    }

    public @Nullable String getDefaults() {
        return defaults;
    }

    public void setDefaults(@Nullable String defaults) {
        this.defaults = defaults;
    }
}
