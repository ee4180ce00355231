package io.camelsmc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** States which package may use what. A package that is not in the table is not allowed. */
class ArchitectureTest {

    private static final String BASE = "io.camelsmc.";
    private static final List<String> EVERYWHERE =
            List.of("java..", "javax..", "org.w3c.dom..", "org.xml.sax..", "org.jspecify..", "org.slf4j..");

    /** What a package may use: our own packages by their first name, others as patterns. */
    private record Allowance(Set<String> own, List<String> others) {}

    private static final Map<String, Allowance> TABLE = Map.ofEntries(
            row("diag", Set.of()),
            row(
                    "spec",
                    Set.of("diag"),
                    "com.fasterxml.jackson..",
                    "org.yaml.snakeyaml..",
                    "de.siegmar.fastcsv..",
                    "org.dhatim.fastexcel..",
                    "org.apache.commons.compress.."),
            row(
                    "client",
                    Set.of("diag", "spec"),
                    "com.fasterxml.jackson..",
                    "org.apache.hc..",
                    "com.aliyun.credentials..",
                    "com.aliyun.tea.."),
            row("state", Set.of("diag", "spec"), "org.flywaydb..", "org.sqlite..", "org.postgresql.."),
            row("provision", Set.of("diag", "spec", "client", "state")),
            row("plan", Set.of("diag", "spec", "state"), "com.fasterxml.jackson.."),
            row("apply", Set.of("diag", "spec", "client", "state", "provision", "plan"), "com.fasterxml.jackson.."),
            row(
                    "component",
                    Set.of("diag", "spec", "client", "state", "provision", "plan", "apply"),
                    "org.apache.camel..",
                    "com.fasterxml.jackson.."),
            row(
                    "cli",
                    Set.of("diag", "spec", "client", "state", "provision", "plan", "apply", "component", "emulator"),
                    "org.apache.camel..",
                    "picocli..",
                    "ch.qos.logback..",
                    "com.fasterxml.jackson.."),
            row("emulator", Set.of(), "com.fasterxml.jackson.."));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.camelsmc");

    private static Map.Entry<String, Allowance> row(String name, Set<String> own, String... others) {
        return Map.entry(name, new Allowance(own, List.of(others)));
    }

    @Test
    void everyClassLivesInAPackageOfTheTable() {
        Set<String> found = new TreeSet<>();
        CLASSES.forEach(type -> found.add(module(type)));

        assertThat(TABLE.keySet()).containsAll(found);
        assertThat(found).hasSizeGreaterThan(7);
    }

    @TestFactory
    Stream<DynamicTest> eachPackageUsesOnlyWhatTheTableAllows() {
        return TABLE.entrySet().stream()
                .map(entry ->
                        DynamicTest.dynamicTest(entry.getKey(), () -> usesOnly(entry.getKey(), entry.getValue())));
    }

    private static void usesOnly(String name, Allowance allowance) {
        List<String> allowed = new ArrayList<>(EVERYWHERE);
        allowed.addAll(allowance.others());
        allowed.add(BASE + name + "..");
        allowance.own().forEach(own -> allowed.add(BASE + own + ".."));

        classes()
                .that()
                .resideInAPackage(BASE + name + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void onlyComponentAndCommandLineKnowCamel() {
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE + "component..", BASE + "cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.camel..")
                .check(CLASSES);
    }

    @Test
    void rulesWireFormatAndBackoffReadNoClockAndDoNoInput() {
        noClasses()
                .that()
                .resideInAnyPackage(BASE + "spec.check..", BASE + "client.wire..", BASE + "plan..")
                .or()
                .haveSimpleName("Backoff")
                .should()
                .callMethodWhere(target(
                        "reads the clock",
                        "java.time.Instant.now",
                        "java.time.Clock.system",
                        "java.lang.System.currentTime",
                        "java.lang.System.nanoTime"))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.net.http..", "java.sql..", "org.apache.hc..")
                .check(CLASSES);
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaMethodCall> target(
            String description, String... prefixes) {
        return DescribedPredicate.describe(description, call -> Stream.of(prefixes)
                .anyMatch(prefix -> (call.getTargetOwner().getFullName() + "." + call.getName()).startsWith(prefix)));
    }

    @Test
    void onlyTheEndOfTheProcessEndsTheProcess() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(BASE + "cli.ProcessEnd")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(CLASSES);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(BASE + "cli.Main")
                .should()
                .callMethod(BASE + "cli.ProcessEnd", "finish", "int")
                .check(CLASSES);
    }

    @Test
    void publicMethodsOfReadOnlyStatesCannotWrite() {
        methods()
                .that()
                .areDeclaredIn(BASE + "state.StateView")
                .should(new ArchCondition<JavaMethod>("not write") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean writes = Set.of("intend", "settle", "adopt", "adoptAll", "amend", "bindAccount")
                                .contains(method.getName());
                        events.add(new SimpleConditionEvent(method, !writes, method.getFullName()));
                    }
                })
                .check(CLASSES);
    }

    private static String module(JavaClass type) {
        String rest = type.getPackageName().substring("io.camelsmc".length());
        String[] parts = rest.split("\\.", -1);
        return parts.length > 1 ? parts[1] : "";
    }
}
