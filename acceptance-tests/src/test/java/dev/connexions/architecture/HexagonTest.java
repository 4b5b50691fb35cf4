package dev.connexions.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules hold for every class of the house. */
class HexagonTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            // test-jars are tests, too
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.connexions");

    @TestFactory
    Stream<DynamicTest> holds() {
        return Rules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(CLASSES)));
    }

    /** A rule about classes that were not imported would be green and empty. */
    @Test
    void seesEveryRing() {
        assertThat(Stream.of("domain", "application", "db", "web", "meta", "meta.sandbox", "bootstrap"))
                .allSatisfy(ring -> assertThat(CLASSES.stream()
                                .filter(type -> type.getPackageName().startsWith("dev.connexions." + ring)))
                        .as(ring)
                        .isNotEmpty());
    }
}
