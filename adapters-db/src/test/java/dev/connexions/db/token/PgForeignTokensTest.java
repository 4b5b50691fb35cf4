package dev.connexions.db.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.token.ForeignTokens;
import dev.connexions.application.token.ForeignTokensContract;
import dev.connexions.db.testing.PgPlatform;
import dev.connexions.db.testing.Psql;
import dev.connexions.domain.connexion.ConnexionId;
import org.junit.jupiter.api.Test;

class PgForeignTokensTest implements PgPlatform, ForeignTokensContract {

    @Override
    public ForeignTokens foreignTokens() {
        return new PgForeignTokens(KEYS);
    }

    @Override
    public void writeInClear(ConnexionId connexion, String token) {
        DATABASE.sql("update public.instagram_connexion set instagram_access_token = '" + token
                + "' where instagram_connexion_id = '" + connexion.value() + "'");
    }

    @Test
    void leavesNoClearTextInTheRow() {
        var member = member();
        var id = add(member).id();
        writeInClear(id, "EAAclear");
        run(member, tx -> foreignTokens().seal(tx, id));
        try (var superuser = Psql.at(DATABASE.superuserUrl())) {
            assertThat(superuser.one("select c::text from public.instagram_connexion c where instagram_connexion_id = '"
                            + id.value() + "'"))
                    .contains("ctk1.")
                    .doesNotContain("EAAclear");
        }
    }

    @Test
    void leavesACiphertextOfANewerVersionAlone() {
        var member = member();
        var id = add(member).id();
        writeInClear(id, "ctk2.AAAA");
        run(member, tx -> {
            assertThat(foreignTokens().after(tx, null, 10)).isEmpty();
            assertThat(foreignTokens().seal(tx, id)).isFalse();
        });
    }

    @Test
    void readsNoSealedRowToFindTheOthers() {
        var sql = PgForeignTokens.AFTER
                .replace(":after", "'00000000-0000-0000-0000-000000000000'")
                .replace(":limit", "500");
        try (var caller = Psql.at(DATABASE.applicationUrl()).as(DATABASE.systemUser())) {
            caller.run("set local enable_seqscan = off");
            assertThat(caller.column("explain " + sql))
                    .anySatisfy(line -> assertThat(line).contains("instagram_connexion_clear_token_idx"));
        }
    }
}
