package dev.connexions.meta.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.application.authorization.InstagramLogin.Exchange;
import dev.connexions.domain.authorization.Candidate;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.ScopeCatalogue;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.meta.testing.RunningSandbox;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the real client finds behind a consent to Facebook Login, at a sandbox. */
class FacebookConsentOnSandboxTest {

    private static final Scopes ALL = ScopeCatalogue.all(LoginProduct.FACEBOOK);
    private static final String BUSINESSES = "business_management";

    private final SandboxLogin sandbox = new SandboxLogin();
    private final RunningSandbox meta = sandbox.meta;

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void showsEveryAccountAndWhyWhatCannotBeConnected() {
        var person = meta.person(1);
        var owner = person.path("id").asText();
        page(owner, "Nothing linked", null, "");
        page(owner, "Personal", account(owner, "PERSONAL"), "");
        page(owner, "To look at", account(owner, "BUSINESS"), ",\"tasks\":[\"ANALYZE\"]");
        assertThat(candidates(consented(person, ALL, "")).stream()
                        .map(FacebookConsentOnSandboxTest::reason)
                        .toList())
                .containsExactly("eligible", "not_linked", "not_linked", "task_missing");
    }

    @Test
    void showsNothingOfWhatWasLeftUnticked() {
        var person = meta.person(3);
        var ticked = person.path("pages").path(1).asText();
        assertThat(candidates(consented(person, ALL, "&page=" + ticked)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Candidate.Eligible.class,
                        found -> assertThat(found.account().pageId()).isEqualTo(ticked));
        assertThat(candidates(consented(person, ALL, "&page="))).isEmpty();
    }

    @Test
    void findsTwoHundredAndFiftyPagesOnAllPagesOfTheList() {
        var person = meta.person(250);
        var found = candidates(consented(person, ALL, ""));
        assertThat(found).hasSize(250).allMatch(Candidate.Eligible.class::isInstance);
        assertThat(found.stream()
                        .map(candidate -> candidate.id().orElseThrow().value())
                        .toList())
                .containsExactlyInAnyOrderElementsOf(texts(person.path("accounts")));
        assertThat(sandbox.control("GET", "/requests?path=**/me/accounts", "").path("items"))
                .hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void findsThePagesOfAPortfolioForWhoLetsItLookThere(boolean listed) {
        meta.control("POST", "/settings", "{\"portfolioPagesListed\":" + listed + "}");
        var person = seeded("paul.portfolio");
        assertThat(candidates(consented(person, with(BUSINESSES), "")))
                .singleElement()
                .isInstanceOf(Candidate.Eligible.class);
    }

    @Test
    void findsNoPageOfAPortfolioForWhoDoesNot() {
        var person = seeded("paul.portfolio");
        assertThat(candidates(consented(person, ALL, ""))).isEmpty();
        var declined = consented(person, with(BUSINESSES), allBut(BUSINESSES));
        assertThat(declined.granted().contains(BUSINESSES)).isFalse();
        assertThat(declined.candidates()).isEmpty();
    }

    @Test
    void findsThePagesForWhichAPortfolioWorks() {
        var person = meta.person(0);
        var owner = person.path("id").asText();
        var business = sandbox.control("POST", "/businesses", "{\"name\":\"Agency\",\"people\":[\"" + owner + "\"]}")
                .path("id")
                .asText();
        page(
                owner,
                "Client's",
                account(owner, "BUSINESS"),
                ",\"relation\":\"client\",\"business\":\"" + business + "\"");
        meta.control("POST", "/settings", "{\"portfolioPagesListed\":false}");
        assertThat(candidates(consented(person, with(BUSINESSES), "")))
                .singleElement()
                .isInstanceOf(Candidate.Eligible.class);
    }

    @Test
    void readsIdsBeyondWhatADoubleHolds() {
        var person = meta.person(0);
        var owner = person.path("id").asText();
        var account = sandbox.control(
                        "POST",
                        "/accounts",
                        "{\"id\":\"900719925474099301\",\"username\":\"big.id\",\"login\":\"facebook\",\"page\":false,"
                                + "\"owner\":\"" + owner + "\"}")
                .path("id")
                .asText();
        page(owner, "Big", account, ",\"id\":\"900719925474099303\"");
        meta.control("POST", "/settings", "{\"debugTokenNumbers\":true}");
        assertThat(candidates(consented(person, ALL, "")))
                .singleElement()
                .isInstanceOfSatisfying(Candidate.Eligible.class, found -> {
                    assertThat(found.account().id().value()).isEqualTo("900719925474099301");
                    assertThat(found.account().pageId()).isEqualTo("900719925474099303");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"appsecretProofRequired\":true}", "{\"debugTokenEmpty\":true}"})
    void connectsHoweverTheAppIsSet(String settings) {
        meta.control("POST", "/settings", settings);
        assertThat(candidates(consented(meta.person(1), ALL, ""))).hasSize(1);
    }

    @Test
    void namesThePersonAsMetaDoes() {
        var person = meta.person(1);
        assertThat(consented(person, ALL, "").metaUserId())
                .isEqualTo(person.path("id").asText());
    }

    @ParameterizedTest
    @CsvSource({"pages_show_list, false", "instagram_basic, false", "instagram_content_publish, true"})
    void goesOnWithoutWhatItDoesNotNeed(String declined, boolean connected) {
        var exchange =
                sandbox.login.exchange(LoginProduct.FACEBOOK, sandbox.consent(meta.person(1), ALL, allBut(declined)));
        if (connected) {
            assertThat(exchange).isInstanceOfSatisfying(Exchange.Consented.class, consented -> {
                assertThat(consented.granted().contains(declined)).isFalse();
                assertThat(consented.candidates()).hasSize(1);
            });
        } else {
            assertThat(exchange).isEqualTo(new Exchange.PermissionMissing());
        }
    }

    @Test
    void asksAgainForWhatWasDeclined() {
        var person = meta.person(1);
        consented(person, ALL, allBut("instagram_content_publish"));
        assertThat(consented(person, ALL, "").granted().names()).containsAll(ALL.names());
    }

    @Test
    void comesBackWithoutACodeFromADenial() {
        var denied = meta.postForm(sandbox.consentPath(LoginProduct.FACEBOOK, ALL), Map.of("decision", "deny"));
        assertThat(denied.header("Location")).contains("error=access_denied", "state=");
        assertThatThrownBy(() -> RunningSandbox.codeIn(denied)).hasMessageContaining("no code");
    }

    private Exchange.Consented consented(JsonNode person, Scopes requested, String more) {
        var exchange = sandbox.login.exchange(LoginProduct.FACEBOOK, sandbox.consent(person, requested, more));
        assertThat(exchange).isInstanceOf(Exchange.Consented.class);
        return (Exchange.Consented) exchange;
    }

    private static List<Candidate> candidates(Exchange.Consented consented) {
        return consented.candidates();
    }

    private static String reason(Candidate candidate) {
        return switch (candidate) {
            case Candidate.Eligible eligible -> "eligible";
            case Candidate.Ineligible ineligible -> ineligible.obstacle().code();
        };
    }

    private String account(String owner, String type) {
        var username = "behind." + type.toLowerCase(Locale.ROOT);
        return sandbox.control(
                        "POST",
                        "/accounts",
                        "{\"username\":\"" + username + "\",\"type\":\"" + type
                                + "\",\"login\":\"facebook\",\"page\":false,\"owner\":\"" + owner + "\"}")
                .path("id")
                .asText();
    }

    private void page(String owner, String name, @Nullable String account, String more) {
        var linked = account == null ? "" : ",\"instagram\":\"" + account + "\"";
        sandbox.control(
                "POST", "/pages", "{\"name\":\"" + name + "\",\"owner\":\"" + owner + "\"" + linked + more + "}");
    }

    private JsonNode seeded(String username) {
        return sandbox.control("GET", "/people", "")
                .path("items")
                .valueStream()
                .filter(person -> person.path("username").asText().equals(username))
                .findFirst()
                .orElseThrow();
    }

    private static Scopes with(String scope) {
        var names = new TreeSet<>(ALL.names());
        names.add(scope);
        return new Scopes(names);
    }

    /** Every box is ticked but this one. */
    private static String allBut(String declined) {
        var names = new TreeSet<>(with(BUSINESSES).names());
        names.addAll(List.of("pages_show_list", "pages_read_engagement"));
        names.remove(declined);
        return names.stream().map(name -> "&permission=" + name).reduce("", String::concat);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
