package dev.connexions.domain.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.shared.OrganisationId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GrantTest {

    @Test
    void staysTheSameGrantWhenThePersonConsentsAgain() {
        var id = GrantId.random();
        var organisation = new OrganisationId(UUID.randomUUID());
        var a = Scopes.of(Set.of("a"));
        var b = Scopes.of(Set.of("b"));
        var first = Instant.parse("2026-03-29T00:30:00Z");
        var again = first.plusSeconds(60);
        var grant = new Grant(id, organisation, LoginProduct.INSTAGRAM, "4711", a, a, first, first);
        assertThat(grant.renewed(b, Scopes.NONE, again))
                .isEqualTo(new Grant(id, organisation, LoginProduct.INSTAGRAM, "4711", b, Scopes.NONE, again, again));
    }
}
