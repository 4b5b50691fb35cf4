package dev.connexions.db.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.audit.AuditTrail.Read;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.db.testing.PgPlatform;
import dev.connexions.db.testing.Psql;
import dev.connexions.domain.audit.Action;
import dev.connexions.domain.audit.AuditRecord;
import dev.connexions.domain.audit.Details;
import dev.connexions.domain.audit.Outcome;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the two tables, and what their alteration shows. */
class AuditRowsTest implements PgPlatform {

    private static final Details DETAILS =
            Details.NONE.and("status", "pending", "active").and("key", null, "k");

    private final Caller.User member = member();
    private final OrganisationId organisation = organisationOf(member);

    @Test
    void keepsTheDigestOfWhatItStoredWithTheSaltItStored() {
        append();
        var row = row("select encode(d.salt, 'hex'), d.details::text, encode(e.details_digest, 'hex')");
        var salt = HexFormat.of().parseHex(row.getFirst());
        assertThat(DetailsJson.read(row.get(1))).isEqualTo(DETAILS);
        assertThat(DetailsJson.digest(salt, DETAILS).hex()).isEqualTo(row.get(2));
        assertThat(DetailsJson.digest(salt, DETAILS.and("x", null, null)).hex()).isNotEqualTo(row.get(2));
        assertThat(DetailsJson.digest(new byte[32], DETAILS).hex()).isNotEqualTo(row.get(2));
    }

    @Test
    void verifiesWhenTheDetailsWereErased() {
        append();
        DATABASE.sql("delete from connexions.audit_details where organisation_id = '" + organisation.value() + "'");
        assertThat(read()).singleElement().satisfies(read -> {
            assertThat(read.details()).isNull();
            assertThat(read.entry().isIntact()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at = at + interval '1 microsecond'",
                "actor_id = gen_random_uuid()",
                "actor_kind = 'meta'",
                "actor_reason = ''",
                "action = 'connexion.disabled'",
                "outcome = 'failed'",
                "connexion_id = null",
                "request_id = 'other'",
                "sequence = sequence + 1",
                "details_digest = sha256('x')",
                "previous_hash = sha256('x')"
            })
    void showsAnAlteredEntry(String alteration) {
        append();
        DATABASE.sql("update connexions.audit_entry set " + alteration + " where organisation_id = '"
                + organisation.value() + "'");
        assertThat(read())
                .singleElement()
                .satisfies(read -> assertThat(read.entry().isIntact()).isFalse());
    }

    @Test
    void refusesTheSameSequenceTwiceEvenInThePlatformsChain() {
        append();
        var twice = """
            insert into connexions.audit_entry
              (organisation_id, sequence, at, actor_kind, actor_id, action, outcome, request_id, details_digest,
               previous_hash, hash)
            select %s, 1, at, actor_kind, actor_id, action, outcome, request_id, details_digest, previous_hash, hash
            from connexions.audit_entry where organisation_id = '%s'
            """;
        var again = twice.formatted("'" + organisation.value() + "'", organisation.value());
        assertThatThrownBy(() -> DATABASE.sql(again)).hasMessageContaining("audit_entry_sequence_key");
        var platform = twice.formatted("null", organisation.value());
        DATABASE.sql(platform);
        assertThatThrownBy(() -> DATABASE.sql(platform)).hasMessageContaining("audit_entry_sequence_key");
        DATABASE.sql("delete from connexions.audit_entry where organisation_id is null");
    }

    private void append() {
        run(
                member,
                tx -> audit().append(
                                tx,
                                new AuditRecord(
                                        organisation,
                                        Fixtures.NOW,
                                        Action.CONNEXION_ENABLED,
                                        Outcome.DONE,
                                        Fixtures.newConnexion(organisation).id(),
                                        DETAILS)));
    }

    private List<Read> read() {
        return read(member, tx -> audit().read(tx, null, null, 10));
    }

    private List<String> row(String select) {
        try (var superuser = Psql.at(DATABASE.superuserUrl())) {
            return superuser
                    .rows(select + " from connexions.audit_entry e join connexions.audit_details d using (entry_id)"
                            + " where e.organisation_id = '" + organisation.value() + "'")
                    .getFirst()
                    .stream()
                    .map(Objects::requireNonNull)
                    .toList();
        }
    }
}
