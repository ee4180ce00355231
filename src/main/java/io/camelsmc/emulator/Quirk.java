package io.camelsmc.emulator;

/** A lasting departure of the service from its documented behaviour, switched on and off with {@link ServiceSettings}. */
public enum Quirk {
    /** ClientToken has no effect at all. */
    IGNORE_CLIENT_TOKENS,
    /** A ClientToken is forgotten as soon as its call has ended. */
    FORGET_CLIENT_TOKENS,
    /** A source that is in use takes a further job. */
    SEVERAL_JOBS_PER_SOURCE,
    /** A name or an image name that a job holds may be given to a further job. */
    SEVERAL_JOBS_PER_NAME,
    /** Text filters of the Describe operations match parts of the value, whatever the case. */
    LOOSE_FILTERS,
    /** From the second page on every page begins one entry late, as if an entry had gone meanwhile. */
    PAGE_SHIFT,
    /** The service-linked role is missing: 403 {@code EntityNotExist.Role} on create. */
    ROLE_MISSING,
    /** The account is not verified: 403 {@code RealNameAuthenticationError} on create. */
    REAL_NAME_MISSING,
    /** The caller may do nothing: 403 {@code Forbidden.Unauthorized}. */
    PERMISSION_DENIED,
    /** The access key is disabled: 403 {@code InvalidAccessKeyId.Inactive}. */
    KEY_DISABLED,
    /** Session tokens have expired: 400 {@code InvalidSecurityToken.Expired}; calls without a token are not touched. */
    SECURITY_TOKEN_EXPIRED
}
