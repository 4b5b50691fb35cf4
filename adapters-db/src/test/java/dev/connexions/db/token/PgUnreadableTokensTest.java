package dev.connexions.db.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.connexion.ConnexionReads.Filter;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.token.UnreadableTokens;
import dev.connexions.application.token.UnreadableTokensContract;
import dev.connexions.db.testing.PgPlatform;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.Status;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PgUnreadableTokensTest implements PgPlatform, UnreadableTokensContract {

    @Override
    public UnreadableTokens unreadableTokens() {
        return new PgUnreadableTokens(KEYS);
    }

    @Override
    public void spoil(ConnexionId connexion) {
        DATABASE.sql("update public.instagram_connexion set instagram_access_token = 'ctk1.AAAA'"
                + " where instagram_connexion_id = '" + connexion.value() + "'");
    }

    @Test
    void letsAListOfErrorsFindARowOfThePlatform() {
        var member = member();
        var id = new ConnexionId(UUID.randomUUID());
        DATABASE.sql("insert into public.instagram_connexion (instagram_connexion_id, organisation_id, client_id,"
                + " instagram_connexion_key, instagram_email_compte, instagram_access_token,"
                + " instagram_business_account_id) values ('" + id.value() + "', '"
                + organisationOf(member).value() + "', gen_random_uuid(), 'k', 'a@example.org', 'ctk1.AAAA', '1')");
        var before = find(member, id).orElseThrow();
        run(member, tx -> unreadableTokens().note(tx, id, true, Fixtures.NOW));
        var errors = new Filter(Status.ERROR, null, null, null, null, null, null);
        assertThat(list(member, errors, null, 10)).extracting(Connexion::id).containsExactly(id);
        assertThat(find(member, id).orElseThrow().stamps()).isEqualTo(before.stamps());
    }
}
