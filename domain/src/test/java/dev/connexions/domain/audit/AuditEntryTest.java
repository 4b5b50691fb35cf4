package dev.connexions.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Digest;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.RequestId;
import dev.connexions.domain.shared.UserId;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AuditEntryTest {

    private static final OrganisationId ORGANISATION =
            new OrganisationId(UUID.fromString("6a1f0e52-7a52-4f0e-9d38-0a7a7a0f1c01"));
    private static final ConnexionId CONNEXION =
            new ConnexionId(UUID.fromString("0d4b7c7e-3f0e-4b52-8a39-5f3f3b0a2c02"));
    private static final UserId USER = new UserId(UUID.fromString("f3a9c0de-1111-4222-8333-444455556666"));
    private static final Instant AT = Instant.parse("2026-03-29T10:15:30.123456Z");
    private static final Digest DETAILS = AuditEntry.sha256("salt", "enabled", "false", "true");
    private static final RequestId REQUEST = new RequestId("req-1");

    private static final AuditEntry FIRST = entry(null);
    private static final AuditEntry SECOND = entry(new AuditEntry.Tail(1, FIRST.hash()));

    private static AuditEntry entry(AuditEntry.@Nullable Tail previous) {
        var record = new AuditRecord(ORGANISATION, AT, Action.CONNEXION_ENABLED, Outcome.DONE, CONNEXION, Details.NONE);
        return AuditEntry.next(previous, record, new Actor(Actor.Kind.USER, USER, null), REQUEST, DETAILS);
    }

    @Test
    void beginsAChain() {
        assertThat(FIRST.sequence()).isEqualTo(1);
        assertThat(FIRST.previousHash()).isEqualTo(AuditEntry.GENESIS);
        assertThat(AuditEntry.GENESIS.hex()).isEqualTo("0".repeat(64));
        assertThat(FIRST.isIntact()).isTrue();
    }

    @Test
    void goesOnWithAChain() {
        assertThat(SECOND.sequence()).isEqualTo(2);
        assertThat(SECOND.previousHash()).isEqualTo(FIRST.hash());
        assertThat(SECOND.hash()).isNotEqualTo(FIRST.hash());
        assertThat(SECOND.isIntact()).isTrue();
    }

    @Test
    void carriesWhatIsWrittenDown() {
        assertThat(FIRST)
                .isEqualTo(new AuditEntry(
                        ORGANISATION,
                        1,
                        AT,
                        new Actor(Actor.Kind.USER, USER, null),
                        Action.CONNEXION_ENABLED,
                        Outcome.DONE,
                        CONNEXION,
                        REQUEST,
                        DETAILS,
                        AuditEntry.GENESIS,
                        FIRST.hash()));
    }

    /** Chains that are stored must verify for ever: a change of the format needs a new name for it, not a new hash. */
    @Test
    void hasTheHashThatWasStored() {
        assertThat(FIRST.hash().hex()).isEqualTo("561a120df9cd2e0043889b38b039291f7ab2ec8780d3c6ca327bb63119a3b6f2");
        assertThat(SECOND.hash().hex()).isEqualTo("afd8b1c7d62df0da694d4ecd09212f7a72db66c59d35b7fe73e98a58159f0a64");
    }

    @Test
    void keepsTimeAsTheDatabaseDoes() {
        var record = new AuditRecord(
                ORGANISATION, AT.plusNanos(999), Action.CONNEXION_ENABLED, Outcome.DONE, CONNEXION, Details.NONE);
        var entry = AuditEntry.next(null, record, new Actor(Actor.Kind.USER, USER, null), REQUEST, DETAILS);
        assertThat(entry).isEqualTo(FIRST);
    }

    static Stream<AuditEntry> altered() {
        var it = SECOND;
        var other = AuditEntry.sha256("other");
        return Stream.of(
                with(new OrganisationId(UUID.randomUUID()), it.sequence(), it.at(), it.actor(), it.action()),
                with(it.organisation(), 3, it.at(), it.actor(), it.action()),
                with(it.organisation(), it.sequence(), AT.plusNanos(1000), it.actor(), it.action()),
                with(it.organisation(), it.sequence(), it.at(), actor(Actor.Kind.SYSTEM, USER, null), it.action()),
                with(
                        it.organisation(),
                        it.sequence(),
                        it.at(),
                        actor(Actor.Kind.USER, new UserId(UUID.randomUUID()), null),
                        it.action()),
                with(it.organisation(), it.sequence(), it.at(), actor(Actor.Kind.USER, USER, ""), it.action()),
                with(it.organisation(), it.sequence(), it.at(), it.actor(), Action.CONNEXION_DISABLED),
                with(Outcome.REFUSED, it.connexion(), it.request(), it.detailsDigest(), it.previousHash(), it.hash()),
                with(
                        it.outcome(),
                        ConnexionId.random(),
                        it.request(),
                        it.detailsDigest(),
                        it.previousHash(),
                        it.hash()),
                with(it.outcome(), null, it.request(), it.detailsDigest(), it.previousHash(), it.hash()),
                with(
                        it.outcome(),
                        it.connexion(),
                        new RequestId("req-2"),
                        it.detailsDigest(),
                        it.previousHash(),
                        it.hash()),
                with(it.outcome(), it.connexion(), it.request(), other, it.previousHash(), it.hash()),
                with(it.outcome(), it.connexion(), it.request(), it.detailsDigest(), other, it.hash()),
                with(it.outcome(), it.connexion(), it.request(), it.detailsDigest(), it.previousHash(), other));
    }

    @ParameterizedTest
    @MethodSource("altered")
    void showsWhenAnyFieldWasAltered(AuditEntry altered) {
        assertThat(altered).isNotEqualTo(SECOND);
        assertThat(altered.isIntact()).isFalse();
    }

    @Test
    void tellsFieldsApart() {
        assertThat(AuditEntry.sha256("ab", "c")).isNotEqualTo(AuditEntry.sha256("a", "bc"));
        assertThat(AuditEntry.sha256("a", "")).isNotEqualTo(AuditEntry.sha256("a"));
        assertThat(AuditEntry.sha256("a", null)).isNotEqualTo(AuditEntry.sha256("a", ""));
        assertThat(AuditEntry.sha256("a", null)).isNotEqualTo(AuditEntry.sha256("a"));
        assertThat(AuditEntry.sha256("a", "b")).isNotEqualTo(AuditEntry.sha256("b", "a"));
        assertThat(AuditEntry.sha256("é")).isEqualTo(AuditEntry.sha256("é"));
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsCode(Action action) {
        assertThat(action.code()).matches("[a-z_]+\\.[a-z_]+");
        assertThat(Action.of(action.code())).contains(action);
        assertThat(Action.of(action.name())).isEmpty();
    }

    @Test
    void spellsActorsAndOutcomesInLowerCase() {
        assertThat(Stream.of(Actor.Kind.values()).map(Actor.Kind::code))
                .containsExactly("user", "api_key", "administrator", "system", "meta");
        assertThat(Stream.of(Outcome.values()).map(Outcome::code)).containsExactly("done", "refused", "failed");
    }

    private static Actor actor(Actor.Kind kind, UserId id, @Nullable String reason) {
        return new Actor(kind, id, reason);
    }

    private static AuditEntry with(OrganisationId organisation, long sequence, Instant at, Actor actor, Action action) {
        return new AuditEntry(
                organisation,
                sequence,
                at,
                actor,
                action,
                SECOND.outcome(),
                SECOND.connexion(),
                SECOND.request(),
                SECOND.detailsDigest(),
                SECOND.previousHash(),
                SECOND.hash());
    }

    private static AuditEntry with(
            Outcome outcome,
            @Nullable ConnexionId connexion,
            RequestId request,
            Digest detailsDigest,
            Digest previousHash,
            Digest hash) {
        return new AuditEntry(
                SECOND.organisation(),
                SECOND.sequence(),
                SECOND.at(),
                SECOND.actor(),
                SECOND.action(),
                outcome,
                connexion,
                request,
                detailsDigest,
                previousHash,
                hash);
    }
}
