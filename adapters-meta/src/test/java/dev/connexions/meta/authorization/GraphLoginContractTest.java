package dev.connexions.meta.authorization;

import dev.connexions.application.authorization.InstagramLogin;
import dev.connexions.application.authorization.InstagramLoginContract;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.Scopes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** The real client against the sandbox, in both shapes in which Meta answers. */
class GraphLoginContractTest {

    abstract static class OnSandbox implements InstagramLoginContract {

        private final SandboxLogin sandbox = new SandboxLogin();

        abstract String shape();

        @BeforeEach
        void chooseTheShape() {
            sandbox.meta.control("POST", "/settings", "{\"answers\":\"" + shape() + "\"}");
        }

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
            var account = known.orElseGet(() -> sandbox.meta.account(
                    "{\"id\":\"%s\",\"username\":\"%s\",\"type\":\"%s\"}"
                            .formatted(
                                    who.id().value(),
                                    who.username(),
                                    who.type() == null ? "PERSONAL" : who.type().name()),
                    String.valueOf(who.username())));
            return sandbox.consent(account, requested, ticked);
        }

        @Override
        public void breakUpstream() {
            sandbox.meta.control("POST", "/faults", "{\"behaviour\":\"html\"}");
        }
    }

    @Nested
    class AsObserved extends OnSandbox {

        @Override
        String shape() {
            return "flat";
        }
    }

    @Nested
    class AsDocumented extends OnSandbox {

        @Override
        String shape() {
            return "data";
        }
    }
}
