package dev.connexions.application.authorization;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.authorization.InstagramLogin.Code;
import dev.connexions.application.testing.FakeInstagram;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.InMemoryStore;
import dev.connexions.application.testing.SettableTime;
import dev.connexions.domain.authorization.Candidate;
import dev.connexions.domain.authorization.Obstacle;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.Scopes;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FakeInstagramTest {

    private final SettableTime clock = new SettableTime(Fixtures.NOW);
    private final InMemoryStore store = new InMemoryStore(clock);
    private final FakeInstagram instagram = new FakeInstagram(store, clock);

    @Nested
    class ThroughInstagram implements InstagramProductContract {

        @Override
        public InstagramLogin login() {
            return instagram;
        }

        @Override
        public Code consent(Account who, Scopes requested, Scopes ticked) {
            return instagram.consent(who, ticked);
        }

        @Override
        public void breakUpstream() {
            instagram.goesDown();
        }
    }

    @Nested
    class ThroughFacebook implements FacebookProductContract {

        ThroughFacebook() {
            instagram.offers(Set.of(LoginProduct.FACEBOOK));
        }

        @Override
        public InstagramLogin login() {
            return instagram;
        }

        @Override
        public Code consent(Account who, Scopes requested, Scopes ticked) {
            var page = "10" + who.id().value();
            var candidate = who.type() == null
                    ? new Candidate.Ineligible(null, null, null, page, "Atelier", Obstacle.NOT_LINKED)
                    : new Candidate.Eligible(new Account(who.id(), who.username(), null, page), "Atelier");
            return instagram.consent(LoginProduct.FACEBOOK, "person-" + page, ticked, List.of(candidate));
        }

        @Override
        public void breakUpstream() {
            instagram.goesDown();
        }
    }

    @Test
    void refusesToBeCalledInsideATransaction() {
        var member = store.operator(Fixtures.organisation());
        var code = instagram.consent(Fixtures.account(), Fixtures.allScopes());
        assertThatThrownBy(() ->
                        store.transactions().in(member, tx -> instagram.exchange(LoginProduct.INSTAGRAM, code)))
                .isInstanceOf(IllegalStateException.class);
    }
}
