package dev.connexions.db.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.token.TokenVault.Opened;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.domain.shared.OrganisationId;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenColumnTest {

    private static final String PREFIX = "ctk1.";

    private final AccessToken token = new AccessToken("IGAAcanary1234567890");
    private final OrganisationId organisation = new OrganisationId(UUID.randomUUID());
    private final ConnexionId connexion = ConnexionId.random();
    private final TokenColumn tokens = new TokenColumn(KeyRing.generate());
    private final String sealed = tokens.seal(organisation, connexion, token);

    @Test
    void opensWhatItSealed() {
        assertThat(open(sealed)).isEqualTo(new Opened.Token(token));
        assertThat(sealed).matches("ctk1\\.[A-Za-z0-9_-]+").doesNotContain("canary");
    }

    @Test
    void sealsTheSameTokenDifferentlyEachTime() {
        var seen = new HashSet<String>();
        for (var i = 0; i < 1000; i++) {
            seen.add(tokens.seal(organisation, connexion, token));
        }
        assertThat(seen).hasSize(1000);
    }

    @Test
    void opensNothingWithAnyBitFlipped() {
        var bytes = Base64.getUrlDecoder().decode(sealed.substring(PREFIX.length()));
        for (var bit = 0; bit < bytes.length * 8; bit++) {
            var altered = bytes.clone();
            altered[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(open(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(altered)))
                    .as("bit %d", bit)
                    .isEqualTo(new Opened.Unreadable());
        }
    }

    @Test
    void opensNothingTruncatedOrExtended() {
        var bytes = Base64.getUrlDecoder().decode(sealed.substring(PREFIX.length()));
        for (var length = 0; length < bytes.length; length++) {
            var shorter = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(bytes, length));
            assertThat(open(PREFIX + shorter)).as("%d bytes", length).isEqualTo(new Opened.Unreadable());
        }
        var longer = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(bytes, bytes.length + 1));
        assertThat(open(PREFIX + longer)).isEqualTo(new Opened.Unreadable());
    }

    @Test
    void opensNothingOfAnotherRowOrOrganisation() {
        assertThat(tokens.open(organisation, ConnexionId.random(), sealed)).isEqualTo(new Opened.Unreadable());
        assertThat(tokens.open(new OrganisationId(UUID.randomUUID()), connexion, sealed))
                .isEqualTo(new Opened.Unreadable());
        // the two ids swapped make the same bytes in another order
        assertThat(tokens.open(new OrganisationId(connexion.value()), new ConnexionId(organisation.value()), sealed))
                .isEqualTo(new Opened.Unreadable());
    }

    @Test
    void opensNothingWithAnotherKey() {
        assertThat(new TokenColumn(KeyRing.generate()).open(organisation, connexion, sealed))
                .isEqualTo(new Opened.Unreadable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ctk1.",
                "ctk1.!",
                "ctk1.AAAA",
                "ctk1.A",
                "ctk0.AAAA",
                "ctk2.AAAA",
                "ctk10.AAAA",
                "ctk1.x\ny",
                "two words",
                "line\n",
                "caf\u00e9",
                "\u0000"
            })
    void readsGarbageAsUnreadable(String column) {
        assertThat(open(column)).isEqualTo(new Opened.Unreadable());
    }

    @Test
    void readsAnotherVersionOfItsOwnAsUnreadable() {
        assertThat(open(sealed.replace("ctk1.", "ctk2."))).isEqualTo(new Opened.Unreadable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"EAAclear", "ctk1", "ctk", "xctk1.AAAA", "CTK1.AAAA", "~"})
    void readsClearTextAsItIs(String column) {
        assertThat(open(column)).isEqualTo(new Opened.Token(new AccessToken(column)));
    }

    @Test
    void readsNothingAsNone() {
        assertThat(tokens.open(organisation, connexion, null)).isEqualTo(new Opened.None());
    }

    private Opened open(String column) {
        return tokens.open(organisation, connexion, column);
    }
}
