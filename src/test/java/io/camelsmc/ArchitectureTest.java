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

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.camelsmc");

    @Test
    void everyClassLivesInAPackageOfTheTable() {
        Set<String> found = new TreeSet<>();
        CLASSES.forEach(type -> found.add(name(type)));

        assertThat(found).isEqualTo(new TreeSet<>(Floors.table().keySet()));
    }

    @Test
    void theTableHasNoCycles() {
        List<String> lower = new ArrayList<>();
        Floors.table().forEach((name, allowance) -> {
            assertThat(lower)
                    .as(name)
                    .containsAll(allowance.own().stream()
                            .filter(own -> !own.equals("emulator"))
                            .toList());
            lower.add(name);
        });
    }

    @TestFactory
    Stream<DynamicTest> eachPackageUsesOnlyWhatTheTableAllows() {
        return Floors.table().entrySet().stream()
                .map(entry ->
                        DynamicTest.dynamicTest(entry.getKey(), () -> usesOnly(entry.getKey(), entry.getValue())));
    }

    private static void usesOnly(String name, Floors.Allowance allowance) {
        List<String> allowed = new ArrayList<>(EVERYWHERE);
        allowed.addAll(allowance.others());
        allowed.add(BASE + name);
        allowance.own().forEach(own -> allowed.add(BASE + own));

        classes()
                .that()
                .resideInAPackage(BASE + name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
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
                .resideInAnyPackage(BASE + "spec.check..", BASE + "client.wire..", BASE + "job..", BASE + "plan..")
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
                .doNotHaveFullyQualifiedName(BASE + "cli.exit.ProcessEnd")
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
                .callMethod(BASE + "cli.exit.ProcessEnd", "finish", "int")
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

    private static String name(JavaClass type) {
        return type.getPackageName().substring(BASE.length());
    }
}
