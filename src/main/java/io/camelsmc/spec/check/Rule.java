package io.camelsmc.spec.check;

import io.camelsmc.diag.Severity;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * One rule that describes itself. The table of rules in the documentation is printed from the objects that check.
 *
 * @param id stable id, such as {@code CR08} or {@code param.Name}
 * @param field the field it is about, in camelCase
 * @param severity how grave a breach is
 * @param description what it asks for, in plain words and with units
 * @param source where the rule comes from
 * @param profiles the editions of the API page in which it holds
 * @param check looks for breaches
 * @param constraint what the value of the field obeys by itself, where that is all the rule asks for
 */
public record Rule(
        String id,
        String field,
        Severity severity,
        String description,
        String source,
        Set<ApiProfile> profiles,
        Check check,
        Optional<Constraint> constraint) {

    private static final String API_PAGE = "CreateReplicationJob, API page";

    public Rule {
        profiles = Set.copyOf(profiles);
    }

    /** Looks for breaches of one rule. Does no I/O and reads no clock. */
    @FunctionalInterface
    public interface Check {
        void look(Subject subject);
    }

    /** A rule of the API page whose breach is an error. */
    public static Rule error(String id, String field, String description, Check check) {
        return new Rule(
                id,
                field,
                Severity.ERROR,
                description,
                API_PAGE,
                EnumSet.allOf(ApiProfile.class),
                check,
                Optional.empty());
    }

    /** A rule of the API page whose breach is a warning. */
    public static Rule warning(String id, String field, String description, Check check) {
        return new Rule(
                id,
                field,
                Severity.WARNING,
                description,
                API_PAGE,
                EnumSet.allOf(ApiProfile.class),
                check,
                Optional.empty());
    }

    /** The same rule with another source. */
    public Rule from(String origin) {
        return new Rule(id, field, severity, description, origin, profiles, check, constraint);
    }

    /** The same rule for one edition only. */
    public Rule only(ApiProfile profile) {
        return new Rule(id, field, severity, description, source, Set.of(profile), check, constraint);
    }

    /** The same rule with the limit that it checks. */
    Rule limit(Constraint limit) {
        return new Rule(id, field, severity, description, source, profiles, check, Optional.of(limit));
    }
}
