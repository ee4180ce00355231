package io.camelsmc.spec.check;

import io.camelsmc.spec.CanonicalParameters;
import io.camelsmc.spec.ExtraNames;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.check.Constraint.OneOf;
import java.util.List;
import java.util.Map;

/** The remaining parameters, and what an edition of the API page does not have. */
final class OtherRules {

    private static final OneOf JOB_TYPES = new OneOf(List.of(0, 1, 3));

    static final List<Rule> ALL = List.of(
            Texts.pattern(
                    SpecField.INSTANCE_TYPE,
                    "ecs\\.[a-z0-9.-]+",
                    "an ECS instance type, such as ecs.c6.large",
                    "this is the intermediate machine, not the target"),
            Texts.pattern(
                    SpecField.LAUNCH_TEMPLATE_ID,
                    "lt-[0-9a-z]+",
                    "lt- and lower-case letters and digits",
                    "copy the id"),
            Texts.pattern(
                    SpecField.RESOURCE_GROUP_ID,
                    "rg-[0-9a-z]+",
                    "rg- and lower-case letters and digits",
                    "copy the id"),
            Texts.pattern(SpecField.LICENSE_TYPE, "|BYOL", "BYOL or nothing", "leave it out unless you bring licences"),
            Rule.warning("CR28", "launchTemplateVersion", "comes with launchTemplateId", subject -> {
                boolean alone = subject.spec().has(SpecField.LAUNCH_TEMPLATE_VERSION)
                        && !subject.spec().has(SpecField.LAUNCH_TEMPLATE_ID);
                if (alone) {
                    subject.report(
                            "Without a template",
                            subject.spec().launchTemplateVersion(),
                            null,
                            "add launchTemplateId or remove it");
                }
            }),
            Rule.error("param.JobType", "jobType", "0, 1 or 3", subject -> {
                        Integer type = subject.spec().jobType();
                        if (type != null && !JOB_TYPES.values().contains(type)) {
                            subject.report(
                                    "Not a job type of this operation",
                                    type,
                                    "0 (server), 1 (operating system) or 3 (VMware)",
                                    type == 2 ? "cross-zone migration has an operation of its own" : null);
                        }
                    })
                    .limit(JOB_TYPES),
            Rule.warning(
                    "param.JobType.unusual", "jobType", "1 and 3 need more than this operation documents", subject -> {
                        Integer type = subject.spec().jobType();
                        if (type != null && (type == 1 || type == 3)) {
                            subject.report("May be refused by the service", type, "0", null);
                        }
                    }),
            Rule.error("profile.unknown", "*", "parameters of later editions are not known", subject -> {
                        for (SpecField field : subject.spec().fields()) {
                            if (!subject.context().profile().knows(field)) {
                                subject.report(
                                        field.specName(),
                                        "The edition of 2021 does not know this parameter",
                                        null,
                                        null,
                                        "remove it, or use the current edition");
                            }
                        }
                    })
                    .only(ApiProfile.PAGE_2021),
            Rule.error("extra", "extra", "new parameters only, in letters, digits and dots", OtherRules::extra)
                    .from("camel-smc"));

    private OtherRules() {}

    private static void extra(Subject subject) {
        if (!subject.spec().has(SpecField.EXTRA_PARAMETERS)) {
            return;
        }
        ReplicationJobSpec without =
                subject.spec().toBuilder().set(SpecField.EXTRA_PARAMETERS, null).build();
        Map<String, String> own = CanonicalParameters.of(without);
        for (String name : subject.spec().extra().keySet()) {
            String path = "extra." + name;
            ExtraNames.check(name)
                    .ifPresent(problem ->
                            subject.report(path, problem.summary(), name, problem.expected(), problem.fix()));
            if (own.containsKey(name)) {
                subject.report(path, "The parameter is given twice", name, null, "keep one of the two");
            }
        }
    }
}
