package dev.connexions.db.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Platform;
import dev.connexions.db.testing.PgPlatform;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.shared.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each type of column there and back: the client library is older than the rest of its family. */
class ColumnsTest implements PgPlatform, Platform {

    @Test
    void keepsEachType() {
        var id = UUID.randomUUID();
        var digest = Digest.of(new byte[32]);
        var at = Instant.parse("1969-12-31T23:59:59.999999Z");
        var params = new Params()
                .uuid("id", id)
                .text("text", "été 🍰 '; drop")
                .flag("flag", true)
                .number("int", Integer.MIN_VALUE)
                .number("long", Long.MAX_VALUE)
                .at("at", at)
                .digest("digest", digest)
                .texts("texts", "a", "{b,\"c\"}", "")
                .scopes("scopes", Scopes.of(Set.of("y", "x")));
        select("""
            select cast(:id as uuid) as id, cast(:text as text) as text, cast(:flag as boolean) as flag,
                   cast(:int as integer) as int, cast(:long as bigint) as long, cast(:at as timestamptz) as at,
                   cast(:digest as bytea) as digest, cast(:texts as text[]) as texts, cast(:scopes as text[]) as scopes
            """, params, row -> {
            assertThat(row.uuid("id")).isEqualTo(id);
            assertThat(row.text("text")).isEqualTo("été 🍰 '; drop");
            assertThat(row.flag("flag")).isTrue();
            assertThat(row.intOrNull("int")).isEqualTo(Integer.MIN_VALUE);
            assertThat(row.number("long")).isEqualTo(Long.MAX_VALUE);
            assertThat(row.at("at")).isEqualTo(at);
            assertThat(row.bytes("digest")).isEqualTo(digest.bytes());
            assertThat(row.texts("texts")).containsExactly("a", "{b,\"c\"}", "");
            assertThat(row.texts("scopes")).containsExactly("x", "y");
        });
    }

    @Test
    void keepsTheAbsenceOfEachType() {
        var params = new Params()
                .uuid("id", null)
                .text("text", null)
                .flag("flag", null)
                .number("long", null)
                .at("at", null)
                .digest("digest", null);
        select("""
            select cast(:id as uuid) as id, cast(:text as text) as text, cast(:flag as boolean) as flag,
                   cast(:long as bigint) as long, cast(:long as integer) as int, cast(:at as timestamptz) as at,
                   cast(:digest as bytea) as digest
            """, params, row -> {
            assertThat(row.uuidOrNull("id")).isNull();
            assertThat(row.textOrNull("text")).isNull();
            assertThat(row.flagOrNull("flag")).isNull();
            assertThat(row.numberOrNull("long")).isNull();
            assertThat(row.intOrNull("int")).isNull();
            assertThat(row.atOrNull("at")).isNull();
            assertThatThrownBy(() -> row.uuid("id")).hasMessageContaining("id is null");
            assertThatThrownBy(() -> row.bytes("digest")).hasMessageContaining("digest is null");
        });
    }

    @Test
    void takesTheEndsOfTimeForNoMoment() {
        select(
                "select cast('infinity' as timestamptz) as later, cast('-infinity' as timestamptz) as earlier,"
                        + " cast(:end as timestamptz) = 'infinity' as ends, now() as now",
                new Params().endOfTime("end"),
                row -> {
                    assertThatThrownBy(() -> row.at("later")).isInstanceOf(IllegalArgumentException.class);
                    assertThatThrownBy(() -> row.atOrNull("earlier")).isInstanceOf(IllegalArgumentException.class);
                    assertThat(List.of(row.boundedAt("earlier"), row.boundedAt("now"), row.boundedAt("later")))
                            .isSorted();
                    assertThat(row.flag("ends")).isTrue();
                });
    }

    private void select(String sql, Params params, Consumer<Columns> then) {
        run(
                Fixtures.job(),
                tx -> then.accept(PgTx.of(tx)
                        .sql()
                        .createGet(sql)
                        .params(params.map())
                        .execute()
                        .map(Columns::new)
                        .orElseThrow()));
    }
}
