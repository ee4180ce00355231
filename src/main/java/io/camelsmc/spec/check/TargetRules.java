package io.camelsmc.spec.check;

import static io.camelsmc.spec.TargetType.CONTAINER_IMAGE;
import static io.camelsmc.spec.TargetType.IMAGE;
import static io.camelsmc.spec.TargetType.TARGET_INSTANCE;

import io.camelsmc.diag.SafeText;
import io.camelsmc.spec.DisksSpec;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.util.List;

/** What the migration produces, and what that needs. */
final class TargetRules {

    private static final List<SpecField> CONTAINER_FIELDS =
            List.of(SpecField.CONTAINER_NAMESPACE, SpecField.CONTAINER_REPOSITORY, SpecField.CONTAINER_TAG);

    static final List<Rule> ALL = List.of(
            Rule.error("CR02", "targetType", "an image needs imageName and systemDiskSize", subject -> {
                if (subject.produces(IMAGE)) {
                    imageNeeds(subject, "targetType Image needs it");
                }
            }),
            Rule.warning(
                    "CR02.default",
                    "targetType",
                    "without targetType the service makes an image, which needs imageName and systemDiskSize",
                    subject -> {
                        if (subject.spec().targetType() == null) {
                            imageNeeds(subject, "the default targetType Image needs it");
                        }
                    }),
            Rule.error("CR04", "instanceId", "targetType TargetInstance needs instanceId", subject -> {
                if (subject.produces(TARGET_INSTANCE) && !subject.spec().has(SpecField.INSTANCE_ID)) {
                    subject.missing("instanceId", "targetType TargetInstance needs the id of that instance");
                }
            }),
            Rule.warning("CR04.unused", "instanceId", "instanceId belongs to targetType TargetInstance", subject -> {
                if (!subject.produces(TARGET_INSTANCE) && subject.spec().has(SpecField.INSTANCE_ID)) {
                    subject.report(
                            "Not used",
                            subject.spec().instanceId(),
                            null,
                            "remove it, or set targetType to TargetInstance");
                }
            }),
            Rule.error(
                            "CR05",
                            "targetType",
                            "a container image needs containerNamespace, containerRepository and instanceRamRole",
                            TargetRules::containerNeeds)
                    .from("SMC console"),
            Rule.warning(
                    "CR07",
                    "targetType",
                    "container fields belong to targetType ContainerImage",
                    TargetRules::unusedContainer),
            Texts.pattern(
                    SpecField.INSTANCE_ID, "i-[0-9a-z]+", "i- and then lower-case letters and digits", "copy the id"),
            Rule.error("CR30", "eraseTarget", "TargetInstance destroys all data on the target", subject -> {
                        boolean consent = subject.spec().eraseTarget()
                                || subject.context().allowErase();
                        if (subject.produces(TARGET_INSTANCE) && !consent) {
                            String instance = subject.spec().instanceId();
                            boolean given = subject.spec().has(SpecField.ERASE_TARGET);
                            subject.report(
                                    "The migration would destroy all data on the target instance",
                                    given ? "false" : "no value",
                                    "eraseTarget true",
                                    "if " + (instance == null ? "the instance" : SafeText.excerpt(instance))
                                            + " may lose its data, set eraseTarget to true in the row,"
                                            + " or run with --allow-erase");
                        }
                    })
                    .from("camel-smc, after the warning on the API page"),
            Rule.warning("CR12", "runOnce", "incremental migration is documented for images only", subject -> {
                boolean image = subject.spec().targetType() == null || subject.produces(IMAGE);
                if (Boolean.FALSE.equals(subject.spec().runOnce()) && !image) {
                    subject.report("Incremental migration of something else than an image", false, "true", null);
                }
            }));

    private TargetRules() {}

    private static void imageNeeds(Subject subject, String because) {
        ReplicationJobSpec spec = subject.spec();
        if (!spec.has(SpecField.IMAGE_NAME)) {
            subject.missing("imageName", because);
        }
        DisksSpec disks = spec.disks();
        DisksSpec.Disk system = disks == null ? null : disks.system();
        boolean sized = spec.has(SpecField.SYSTEM_DISK_SIZE) || (system != null && system.sizeGib() != null);
        // The edition of 2021 has a rule of its own for the size.
        if (!sized && !subject.context().profile().systemDiskRequired()) {
            subject.missing("systemDiskSize", because + " (GiB)");
        }
    }

    private static void containerNeeds(Subject subject) {
        if (!subject.produces(CONTAINER_IMAGE)) {
            return;
        }
        for (SpecField field :
                List.of(SpecField.CONTAINER_NAMESPACE, SpecField.CONTAINER_REPOSITORY, SpecField.INSTANCE_RAM_ROLE)) {
            if (!subject.spec().has(field)) {
                subject.missing(field.specName(), "targetType ContainerImage needs it");
            }
        }
    }

    private static void unusedContainer(Subject subject) {
        if (subject.produces(CONTAINER_IMAGE)) {
            return;
        }
        for (SpecField field : CONTAINER_FIELDS) {
            Object value = subject.spec().get(field);
            if (value != null) {
                subject.report(
                        field.specName(), "Not used", value, null, "remove it, or set targetType to ContainerImage");
            }
        }
    }
}
