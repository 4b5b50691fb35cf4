package dev.connexions.meta.authorization;

import dev.connexions.application.authorization.FacebookProductContract;
import dev.connexions.application.authorization.InstagramLogin;
import dev.connexions.application.authorization.InstagramLoginContract;
import dev.connexions.application.authorization.InstagramProductContract;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.meta.sandbox.SandboxAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** The real client against the sandbox, through both products, and in both shapes in which Instagram Login answers. */
class GraphLoginContractTest {

    abstract static class OnSandbox implements InstagramLoginContract {

        final SandboxLogin sandbox = new SandboxLogin();

        @AfterEach
        void stop() {
            sandbox.close();
        }

        @Override
        public InstagramLogin login() {
            return sandbox.login;
        }

        @Override
        public InstagramLogin.Code consent(Account who, Scopes requested, Scopes ticked) {
            var accounts = sandbox.meta.sandbox().accounts();
            var known = accounts.stream()
                    .filter(account -> account.id().equals(who.id().value()))
                    .findFirst();
            return sandbox.consent(product(), known.orElseGet(() -> open(who)), requested, ticked);
        }

        @Override
        public void breakUpstream() {
            sandbox.meta.control("POST", "/faults", "{\"behaviour\":\"html\"}");
        }

        private SandboxAccount open(Account who) {
            var account = "{\"id\":\"%s\",\"username\":\"%s\",\"type\":\"%s\",\"login\":\"%s\"}"
                    .formatted(
                            who.id().value(),
                            who.username(),
                            who.type() == null ? "PERSONAL" : who.type().name(),
                            product() == LoginProduct.FACEBOOK ? "facebook" : "instagram");
            return sandbox.meta.account(account, String.valueOf(who.username()));
        }
    }

    abstract static class ThroughInstagram extends OnSandbox implements InstagramProductContract {

        abstract String shape();

        @BeforeEach
        void chooseTheShape() {
            sandbox.meta.control("POST", "/settings", "{\"answers\":\"" + shape() + "\"}");
        }
    }

    @Nested
    class AsObserved extends ThroughInstagram {

        @Override
        String shape() {
            return "flat";
        }
    }

    @Nested
    class AsDocumented extends ThroughInstagram {

        @Override
        String shape() {
            return "data";
        }
    }

    @Nested
    class ThroughFacebook extends OnSandbox implements FacebookProductContract {}
}
