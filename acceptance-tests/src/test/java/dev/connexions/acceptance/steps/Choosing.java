package dev.connexions.acceptance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.acceptance.Driver.Answer;
import dev.connexions.acceptance.Driver.Decision;
import dev.connexions.acceptance.Driver.OnPage;
import dev.connexions.acceptance.FormQuery;
import dev.connexions.acceptance.Seen;
import dev.connexions.acceptance.World;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One consent, several accounts, and which of them it is. */
public final class Choosing {

    private final World world;
    private final List<Answer<Seen.Session>> started = new ArrayList<>();

    public Choosing(World world) {
        this.world = world;
    }

    @Given("^a person at Facebook with the Pages ((?:\"[^\"]+\"(?:, | and )?)+)$")
    public void personWithPages(String pages) {
        world.facebookPerson("somebody");
        for (var page : Words.quoted(pages)) {
            world.speaksOf(world.driver.withPage(world.person(), page, true));
        }
    }

    @Given("a person at Facebook without Pages")
    public void personWithoutPages() {
        world.facebookPerson("somebody");
    }

    @Given("a person at Facebook with {int} Pages")
    public void personWithManyPages(int count) {
        world.speaksOf(world.driver.withPages(world.facebookPerson("somebody"), count));
    }

    @Given("that person has the Page {string}, to which no Instagram account is linked")
    public void pageWithoutAccount(String page) {
        world.speaksOf(world.driver.withPage(world.person(), page, false));
    }

    @Given("{string} is connected through Facebook to the account of the Page {string}")
    public void isConnected(String organisation, String page) {
        new Setting(world).hasConnexion(organisation);
        startsThroughFacebook(organisation);
        opensAndConsents(Set.of(), Set.of());
        if (world.arrival == Seen.Arrival.CHOOSING) {
            chooses(organisation, page);
        }
        Words.expect(world.now().status(), "active");
        world.speaksOf(organisation, world.now());
        world.made.add(world.now());
    }

    @When("{string} starts to connect it through Facebook")
    public void startsThroughFacebook(String organisation) {
        var answer = world.driver.startSession(world.operator(organisation), world.connexion(), "facebook");
        world.last = answer;
        if (answer instanceof Answer.Given<Seen.Session>(var session)) {
            world.sessions.add(session);
        }
    }

    @When("the owner opens the link and consents to everything but the Page {string}")
    public void consentsWithout(String page) {
        opensAndConsents(Set.of(), Set.of(page));
    }

    @When("the owner opens the link and consents without any Page")
    public void consentsWithoutPages() {
        opensAndConsents(Set.of(), world.person().pages().keySet());
    }

    @When("the owner opens the link and consents to the Page {string} only")
    public void consentsTo(String page) {
        var others = new HashSet<>(world.person().pages().keySet());
        others.remove(page);
        opensAndConsents(Set.of(), others);
    }

    @When("the owner opens the link and consents to the Page {string} only, but not to {string}")
    public void consentsPartly(String page, String permission) {
        var others = new HashSet<>(world.person().pages().keySet());
        others.remove(page);
        opensAndConsents(Set.of(permission), others);
    }

    @When("the owner opens the link, and an Instagram consent to another connexion comes back")
    public void answerOfTheOtherProduct() {
        var here = world.driver.open(Words.link(world.session()));
        var state = FormQuery.parse(Words.spokenOf(here.consentPage()).getRawQuery())
                .get("state");
        var there = world.driver.consent(Words.spokenOf(world.browser), world.person(), new Decision.Allow(Set.of()));
        world.arrival = world.driver.comeBack(here, there.with("state", Words.spokenOf(state)));
    }

    @When("{string} starts to connect {int} connexions")
    public void startsMany(String organisation, int count) {
        started.clear();
        var who = world.operator(organisation);
        for (var i = 0; i < count; i++) {
            var made = world.given(world.driver.create(who, UUID.randomUUID(), null));
            started.add(world.driver.startSession(who, made.id()));
        }
    }

    @Then("{int} of them have a link, and the others are told to come later")
    public void someHaveALink(int count) {
        assertThat(started.stream().filter(Answer.Given.class::isInstance)).hasSize(count);
        assertThat(started).allSatisfy(answer -> {
            if (answer instanceof Answer.Refused<Seen.Session>(var problem, var detail)) {
                assertThat(problem).as(detail).isEqualTo("rate-limited");
            }
        });
    }

    @When("{string} chooses the account of the Page {string}")
    public void chooses(String organisation, String page) {
        choose(organisation, Words.spokenOf(on(page).accountId()));
    }

    @When("{string} chooses an account that the consent does not show")
    public void choosesUnknown(String organisation) {
        choose(organisation, "17840000000000000");
    }

    @When("the owner chooses the account of the Page {string} in the browser")
    public void choosesInBrowser(String page) {
        assertThat(world.driver.choicePage(
                        Words.spokenOf(world.browser), world.session().id()))
                .contains(Words.spokenOf(on(page).accountId()));
        chooseInBrowser(Words.spokenOf(world.browser), page);
    }

    @When("somebody chooses the account of the Page {string} in another browser")
    public void choosesElsewhere(String page) {
        var other = new Seen.Browser(null, "somebody-elses-cookie");
        assertThat(world.driver.choicePage(other, world.session().id())).isEmpty();
        chooseInBrowser(other, page);
    }

    @When("Meta answers again")
    public void metaAnswersAgain() {
        world.driver.mendMeta();
    }

    @Then("^it offers the accounts of the Pages ((?:\"[^\"]+\"(?:, | and )?)+)$")
    public void offers(String pages) {
        assertThat(now().candidates().stream()
                        .filter(candidate -> candidate.reason() == null)
                        .map(Seen.Candidate::accountId))
                .containsExactlyInAnyOrderElementsOf(Words.quoted(pages).stream()
                        .map(page -> on(page).accountId())
                        .toList());
    }

    @Then("it offers {int} accounts")
    public void offersSoMany(int count) {
        assertThat(now().candidates().stream().filter(candidate -> candidate.reason() == null))
                .hasSize(count);
    }

    @Then("it cannot offer the Page {string}, because of {string}")
    public void cannotOffer(String page, String reason) {
        assertThat(now().candidates()).anySatisfy(candidate -> {
            assertThat(candidate.pageName()).isEqualTo(page);
            assertThat(candidate.reason()).isEqualTo(reason);
        });
    }

    @Then("the connexion is linked to the account of the Page {string}")
    public void isLinkedTo(String page) {
        assertThat(world.now().username()).isEqualTo(on(page).username());
    }

    @Then("its token has no end, and its renewal is not planned")
    public void hasNoEnd() {
        assertThat(world.now().tokenExpiresAt()).isNull();
        assertThat(world.now().nextRefreshAt()).isNull();
    }

    @Then("the choice is refused, because there is nothing to choose")
    public void nothingToChoose() {
        assertThat(world.refusal().problem()).isEqualTo("illegal-transition");
    }

    @Then("the choice is refused, because the account is not among them")
    public void notAmongThem() {
        assertThat(world.refusal().problem()).isEqualTo("validation-failed");
    }

    @Then("the choice is refused, because another connexion holds the account")
    public void alreadyLinked() {
        assertThat(world.refusal().problem()).isEqualTo("already-linked");
    }

    @Then("the choice is refused, because Meta gave no answer")
    public void upstreamFailed() {
        assertThat(world.refusal().problem()).isEqualTo("upstream-failed");
    }

    @Then("the choice is refused, because there is no such session")
    public void noSuchSession() {
        assertThat(world.refusal().problem()).isEqualTo("not-found");
    }

    @Then("the browser is told that there is nothing to choose")
    public void browserTurnedAway() {
        assertThat(world.arrival).isEqualTo(Seen.Arrival.NOT_VALID);
    }

    private void opensAndConsents(Set<String> except, Set<String> unticked) {
        world.browser = world.driver.open(Words.link(world.session()));
        world.wayBack = world.driver.consent(world.browser, world.person(), new Decision.Allow(except, unticked));
        world.arrival = world.driver.comeBack(world.browser, world.wayBack);
    }

    private void choose(String organisation, String account) {
        world.last = world.driver.choose(
                world.operator(organisation), world.session().id(), account);
    }

    private void chooseInBrowser(Seen.Browser browser, String page) {
        world.arrival = world.driver.chooseOnPage(browser, world.session().id(), Words.spokenOf(on(page).accountId()));
    }

    private OnPage on(String page) {
        return world.person().page(page);
    }

    private Seen.Session now() {
        return world.given(world.driver.session(
                world.operator(world.owner().name()), world.session().id()));
    }
}
