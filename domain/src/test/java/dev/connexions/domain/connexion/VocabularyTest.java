package dev.connexions.domain.connexion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {

    @Test
    void namesLoginProducts() {
        assertThat(LoginProduct.of("instagram")).contains(LoginProduct.INSTAGRAM);
        assertThat(LoginProduct.of("facebook")).contains(LoginProduct.FACEBOOK);
        assertThat(LoginProduct.of("Instagram")).isEmpty();
        assertThat(LoginProduct.of("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MEDIA_CREATOR", "Media_Creator", "media_creator"})
    void readsAnAccountTypeInAnyCase(String text) {
        assertThat(AccountType.of(text)).contains(AccountType.MEDIA_CREATOR);
    }

    @Test
    void readsABusinessAccountInTurkey() {
        assertThat(AccountType.of("business")).contains(AccountType.BUSINESS);
        assertThat(AccountType.of("Business")).contains(AccountType.BUSINESS);
        assertThat(AccountType.of("PERSONAL")).isEmpty();
        assertThat(AccountType.of("")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void spellsCapabilitiesInLowerCaseAscii(Capability capability) {
        assertThat(capability.code()).matches("[a-z]+");
    }

    @Test
    void limitsAnAccountId() {
        assertThat(new AccountId("1".repeat(64)).value()).hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountId("1".repeat(65)));
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountId(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountId(" "));
    }

    @Test
    void limitsADailyLimit() {
        assertThat(new DailyLimit(0).units()).isZero();
        assertThat(new DailyLimit(Integer.MAX_VALUE).units()).isEqualTo(Integer.MAX_VALUE);
        assertThatIllegalArgumentException().isThrownBy(() -> new DailyLimit(-1));
    }

    @Test
    void limitsAClientType() {
        assertThat(ClientRef.chosenType("société")).isEqualTo("société");
        assertThat(ClientRef.chosenType("x".repeat(64))).hasSize(64);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientRef.chosenType("x".repeat(65)))
                .withMessage("a client type has 1 to 64 characters");
        assertThatIllegalArgumentException().isThrownBy(() -> ClientRef.chosenType("a\nb"));
    }

    @Test
    void givesACauseWithoutEvidence() {
        assertThat(Cause.of("x")).isEqualTo(new Cause("x", null));
    }
}
