package dev.connexions.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each rule turns red on a class that breaks it: those are in packages named {@code wrong}, and do nothing else. */
class RulesCanFailTest {

    private static final String WRONG = ".*/wrong/.*";

    @TestFactory
    Stream<DynamicTest> turnsRed() {
        var wrong = new ClassFileImporter()
                .withImportOption(location -> location.matches(java.util.regex.Pattern.compile(WRONG)))
                .importLocations(java.util.Set.of(Location.of(Path.of("target", "test-classes"))));
        assertThat(wrong).isNotEmpty();
        return Rules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThatThrownBy(() -> rule.getValue().check(wrong))
                                .isInstanceOf(AssertionError.class)
                                // not for want of classes to look at
                                .hasMessageContaining("was violated")));
    }
}
