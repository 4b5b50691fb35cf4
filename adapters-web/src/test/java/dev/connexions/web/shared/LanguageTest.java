package dev.connexions.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        fr                        | FRENCH
        FR                        | FRENCH
        fr-CH, en;q=0.5           | FRENCH
        fr-FR-u-nu-latn           | FRENCH
        en;q=0.5, fr;q=0.8        | FRENCH
        de, fr;q=0.1              | FRENCH
        en, fr;q=0.9              | ENGLISH
        fr;q=0                    | ENGLISH
        de                        | ENGLISH
        *                         | ENGLISH
        frr                       | ENGLISH
        french                    | ENGLISH
        ;;;                       | ENGLISH
        fr;q=1000                 | ENGLISH
        fr;q=                     | ENGLISH
        ../../fr                  | ENGLISH
        %00                       | ENGLISH
        ''                        | ENGLISH
        """)
    void isWhatTheCallerLikesBest(String header, Language language) {
        assertThat(Language.of(List.of(header))).isEqualTo(language);
    }

    @Test
    void isEnglishForWhoeverDoesNotSay() {
        assertThat(Language.of(List.of())).isEqualTo(Language.ENGLISH);
    }

    @Test
    void takesSeveralFieldsForOneList() {
        assertThat(Language.of(List.of("en;q=0.2", "fr"))).isEqualTo(Language.FRENCH);
    }

    @Test
    void readsNothingEndless() {
        assertThat(Language.of(List.of("fr," + "a,".repeat(5_000)))).isEqualTo(Language.ENGLISH);
    }

    @Test
    void neverFallsOverGarbage() {
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++) {
            var header = random.ints(random.nextInt(40), 32, 127)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
            assertThat(Language.of(List.of(header))).isNotNull();
        }
    }

    @Test
    void doesNotDependOnWhereTheServiceRuns() {
        var usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(Language.of(List.of("FR-CH"))).isEqualTo(Language.FRENCH);
            assertThat(Language.of(List.of("it"))).isEqualTo(Language.ENGLISH);
        } finally {
            Locale.setDefault(usual);
        }
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void hasATitleForEveryProblem(ProblemType type) {
        assertThat(Language.FRENCH.translate(type.title())).isPresent();
    }

    @Test
    void losesNoneOfWhatChanges() {
        Language.Catalogue.read("problems-fr.yaml").forEach((english, french) -> {
            var places = Language.Catalogue.placeholders(english);
            assertThat(places)
                    .as(english)
                    .isEqualTo(IntStream.rangeClosed(1, places.size())
                            .mapToObj(i -> "{" + i + "}")
                            .toList());
            assertThat(new HashSet<>(Language.Catalogue.placeholders(french)))
                    .as(english)
                    .isEqualTo(new HashSet<>(places));
            assertThat(french).as(english).isNotBlank().isNotEqualTo(english);
            if (english.endsWith(".")) {
                assertThat(french).as(english).endsWith(".");
            }
        });
    }

    @Test
    void putsWhatChangesWhereItBelongs() {
        assertThat(Language.FRENCH.say("This is not one JSON value; see line 3, column 17."))
                .isEqualTo("Ce n'est pas une seule valeur JSON ; voyez la ligne 3, colonne 17.");
        assertThat(Language.FRENCH.say("The login product does not know $1 \\ {1}."))
                .isEqualTo("Le produit de connexion ne connaît pas $1 \\ {1}.");
    }

    @Test
    void wouldRatherAnswerInEnglishThanNotAtAll() {
        assertThat(Language.FRENCH.say("Nobody translated this.")).isEqualTo("Nobody translated this.");
        assertThat(Arrays.stream(Language.values()).map(Language::tag)).containsExactly("en", "fr");
    }
}
