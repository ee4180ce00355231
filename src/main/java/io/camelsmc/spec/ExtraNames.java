package io.camelsmc.spec;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.OddCharacter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which names may stand under {@code extra}: new parameters, and never one that would change whose call it is. */
public final class ExtraNames {

    private static final Set<String> RESERVED = Set.of(
            "action",
            "version",
            "format",
            "timestamp",
            "signature",
            "signaturemethod",
            "signatureversion",
            "signaturenonce",
            "accesskeyid",
            "securitytoken",
            "signaturetype",
            "ownerid",
            "owneraccount",
            "resourceownerid",
            "resourceowneraccount");

    private ExtraNames() {}

    /** The problem with a name, if any. */
    public static Optional<Diagnostic> check(String name) {
        if (name.isEmpty() || !name.chars().allMatch(ExtraNames::allowed)) {
            return Optional.of(Diagnostic.error("extra.name", "Not the name of a parameter")
                    .got(name)
                    .expected("letters, digits and dots")
                    .fix(OddCharacter.fix(name, null)));
        }
        String first = name.substring(0, name.indexOf('.') < 0 ? name.length() : name.indexOf('.'));
        if (RESERVED.contains(first.toLowerCase(Locale.ROOT))) {
            return Optional.of(Diagnostic.error("extra.reserved", "The parameter belongs to the call, not to the row")
                    .got(name)
                    .fix("remove it"));
        }
        for (SpecField field : SpecField.values()) {
            if (field.isApiParameter() && name.equalsIgnoreCase(field.specName())) {
                return Optional.of(Diagnostic.error("extra.known", "The parameter has a field of its own")
                        .got(name)
                        .fix("use " + field.specName()));
            }
        }
        return Optional.empty();
    }

    private static boolean allowed(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "._-".indexOf(c) >= 0;
    }
}
