package dev.connexions.web;

import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptTest {

    private final TestService service = TestService.shared();
    private final Tenant tenant = Tenant.of(service);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/xml",
                "application/json;q=0",
                "application/problem+json",
                "*/*;q=0",
                "garbage",
                "application/json;q=2",
                "text/*, image/*"
            })
    void refusesACallerWhoTakesNoJson(String accept) {
        tenant.http().with("Accept", accept).get("/v1/me").isProblem(406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                "application/json",
                "APPLICATION/JSON; q=0.1",
                "text/html, application/json;q=0.5",
                "text/html,*/*;q=0.8",
                "garbage, */*",
                "application/json;charset=utf-8",
                ""
            })
    void answersACallerWhoTakesJsonAmongOthers(String accept) {
        tenant.http().with("Accept", accept).get("/v1/me").has(200);
    }

    @Test
    void readsAHostileAcceptAsSoonAsAnyOther() {
        for (var accept : List.of(
                "a/b" + ";a=b".repeat(3_900),
                "a/b;a=" + " ".repeat(15_000) + "x",
                "a/b,".repeat(3_900),
                "*/".repeat(7_000),
                "application/json;q=" + "0".repeat(15_000))) {
            tenant.http().with("Accept", accept).get("/v1/me").isProblem(406, "not-acceptable");
        }
    }

    @Test
    void answersErrorsAsProblemsWhateverIsAccepted() {
        service.client()
                .with("Accept", "application/problem+json;q=0, text/html")
                .get("/v1/me")
                .isProblem(401, "unauthenticated");
    }
}
