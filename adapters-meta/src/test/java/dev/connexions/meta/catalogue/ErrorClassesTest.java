package dev.connexions.meta.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.meta.catalogue.ErrorClass.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorClassesTest {

    private final ErrorClasses classes = ErrorClasses.load();

    @ParameterizedTest
    @CsvSource({
        "190, 463, TOKEN, token_expired",
        "190, 458, TOKEN, app_removed",
        "190, 460, TOKEN, password_changed",
        "190, 999, TOKEN, token_invalid",
        "190, , TOKEN, token_invalid",
        "190, 459, CHECKPOINT, checkpoint",
        "25, 2207050, CHECKPOINT, account_restricted",
        "368, 1404082, CHECKPOINT, action_blocked",
        "10, , PERMISSION, permission_missing",
        "200, , PERMISSION, permission_missing",
        "299, 1, PERMISSION, permission_missing",
        "300, , REJECTED, unclassified",
        "199, , REJECTED, unclassified",
        "100, 33, REJECTED, object_missing",
        "100, 36009, REJECTED, code_used",
        "9, 2207042, REJECTED, publishing_limit_reached",
        "9007, 2207027, TRANSIENT, container_not_ready",
        "-1, 2207001, TRANSIENT, instagram_fault",
        "400, 2207085, TRANSIENT, fatal_fault",
        "-1, 2207085, TRANSIENT, fatal_fault",
        "80002, , THROTTLED, instagram_limit",
        "424242, 7, REJECTED, unclassified"
    })
    void takesTheNarrowestThatMetaDocuments(int code, @Nullable Integer subcode, Kind kind, String reason) {
        var found = classes.of(code, subcode);
        assertThat(found.kind()).isEqualTo(kind);
        assertThat(found.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"4, , true", "341, , true", "4, 2207051, false", "17, , false", "80002, , false"})
    void knowsWhomAThrottleIsFor(int code, @Nullable Integer subcode, boolean appWide) {
        assertThat(classes.of(code, subcode).appWide()).isEqualTo(appWide);
    }

    @ParameterizedTest
    @CsvSource({"4, 2207051, true", "1, , true", "2, , true", "1, 99, false", "9007, 2207027, false", "190, , false"})
    void knowsAfterWhichSomethingMayHaveHappened(int code, @Nullable Integer subcode, boolean possible) {
        assertThat(classes.of(code, subcode).effectPossible()).isEqualTo(possible);
    }

    @Test
    void findsAReasonByItsSubcodeAlone() {
        assertThat(classes.ofSubcode(2207026)).map(ErrorClass::reason).hasValue("video_format");
        assertThat(classes.ofSubcode(2207099)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":1,\"class\":\"transient\"}",
                "{\"code\":1,\"class\":\"odd\",\"reason\":\"x_y\"}",
                "{\"code\":1,\"class\":\"transient\",\"reason\":\"two words\"}",
                "{\"code\":\"1\",\"class\":\"transient\",\"reason\":\"x_y\"}",
                "{\"code\":1.5,\"class\":\"transient\",\"reason\":\"x_y\"}",
                "{\"class\":\"transient\",\"reason\":\"x_y\"}",
                "{\"code\":1,\"class\":\"transient\",\"reason\":\"x_y\",\"scope\":\"app\"}",
                "{\"code\":1,\"class\":\"throttled\",\"reason\":\"x_y\"}",
                "{\"code\":1,\"class\":\"throttled\",\"reason\":\"x_y\",\"scope\":\"world\"}",
                "{\"code\":1,\"class\":\"transient\",\"reason\":\"x_y\",\"effect\":\"certain\"}",
                "{\"code\":1,\"through\":1,\"class\":\"transient\",\"reason\":\"x_y\"}",
                "{\"code\":1,\"subcode\":2,\"through\":3,\"class\":\"transient\",\"reason\":\"x_y\"}",
                "{\"through\":3,\"class\":\"transient\",\"reason\":\"x_y\"}",
                "{\"code\":1,\"class\":\"transient\",\"reason\":\"x_y\",\"note\":\"\"}",
                "{\"code\":5,\"class\":\"token\",\"reason\":\"x_y\"},{\"code\":5,\"class\":\"token\",\"reason\":\"x_z\"}",
                "{\"code\":5,\"subcode\":1,\"class\":\"token\",\"reason\":\"x_y\"},"
                        + "{\"code\":6,\"subcode\":1,\"class\":\"token\",\"reason\":\"x_z\"}",
                "7",
                ""
            })
    void refusesAFileThatIsNotInOrder(String entries) {
        assertThatThrownBy(() -> read("{\"version\":\"2026-10-05\",\"sources\":[],\"errors\":[" + entries + "]}"))
                .isInstanceOf(CatalogueException.class)
                .hasMessageStartingWith("errors.json: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}",
                "{\"version\":\"2026-10-05\"}",
                "{\"version\":\"soon\",\"errors\":[{\"code\":1,\"class\":\"token\",\"reason\":\"x_y\"}]}",
                "{\"version\":\"2026-10-05\",\"errors\":{}}",
                "{\"version\":\"2026-10-05\",\"errors\":[],\"more\":1}",
                "{\"version\":\"2026-10-05\",\"version\":\"2026-10-05\",\"errors\":[]}"
            })
    void refusesADamagedFile(String file) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(CatalogueException.class);
    }

    @Test
    void missesAFileThatIsNotThere() {
        assertThatThrownBy(() -> CatalogueFile.resource("none.json")).isInstanceOf(CatalogueException.class);
    }

    private static ErrorClasses read(String file) {
        return ErrorClasses.read(CatalogueFile.of("errors.json", file.getBytes(UTF_8)));
    }
}
