package dev.connexions.acceptance.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.connexions.acceptance.Driver.Answer;
import dev.connexions.acceptance.Driver.Role;
import dev.connexions.acceptance.Seen;
import dev.connexions.acceptance.World;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What must be so. */
public final class Expecting {

    private final World world;
    private final Gathered gathered;

    public Expecting(World world, Gathered gathered) {
        this.world = world;
        this.gathered = gathered;
    }

    @Then("the connexion is {string}")
    public void statusIs(String status) {
        assertThat(world.now().status()).isEqualTo(status);
    }

    @Then("it is enabled")
    public void isEnabled() {
        assertThat(world.now().enabled()).isTrue();
    }

    @Then("it is disabled")
    public void isDisabled() {
        assertThat(world.now().enabled()).isFalse();
    }

    @Then("its key was made up and begins with {string}")
    public void keyWasMadeUp(String prefix) {
        assertThat(world.now().key()).matches(prefix + "[a-z2-7]{26}");
    }

    @Then("it can do nothing, because it is {string}")
    public void canDoNothing(String why) {
        assertThat(world.now().capabilities().values())
                .hasSize(3)
                .allSatisfy(reason -> assertThat(reason).isIn(why, "status_" + why));
    }

    @Then("^it can ((?:\"[^\"]+\"(?:, | and )?)+)$")
    public void can(String capabilities) {
        var available = world.now().capabilities().entrySet().stream()
                .filter(capability -> capability.getValue() == null)
                .map(Map.Entry::getKey)
                .toList();
        assertThat(available).containsAll(Words.quoted(capabilities));
    }

    @Then("it cannot {string}, because of {string}")
    public void cannot(String capability, String reason) {
        assertThat(world.now().capabilities()).containsEntry(capability, reason);
    }

    @Then("the permission {string} is missing")
    public void permissionIsMissing(String permission) {
        assertThat(world.now().missingPermissions()).containsExactly(permission);
    }

    @Then("it is linked to the account {string}")
    public void isLinkedTo(String username) {
        assertThat(world.now().username())
                .isEqualTo(world.person(username, false).username());
    }

    @Then("its token is good for {int} days")
    public void tokenIsGoodFor(int days) {
        assertThat(Words.spokenOf(world.now().tokenExpiresAt()))
                .isCloseTo(world.driver.now().plus(Duration.ofDays(days)), within(5, ChronoUnit.MINUTES));
    }

    @Then("its id, key and creation are what they were")
    public void isTheSameRow() {
        var before = world.connexionOf(world.owner().name());
        var now = world.now();
        assertThat(List.of(now.id(), now.key(), now.createdAt()))
                .isEqualTo(List.of(before.id(), before.key(), before.createdAt()));
    }

    @Then("a service of {string} gets another token than before")
    public void anotherToken(String organisation) {
        var token = world.given(world.driver.readToken(world.as(Role.SERVICE, organisation), world.connexion()));
        assertThat(token.value()).isNotEqualTo(Words.spokenOf(gathered.tokenBefore));
    }

    @Then("it gets the token that Meta gave")
    public void getsTheToken() {
        var answer = Words.spokenOf(world.last);
        assertThat(answer).isInstanceOf(Answer.Given.class);
        var token = (Seen.Token) ((Answer.Given<?>) answer).value();
        assertThat(token.value()).startsWith("IGAA").hasSizeGreaterThan(10);
        assertThat(token.expiresAt()).isEqualTo(world.now().tokenExpiresAt());
        world.last = answer;
    }

    @Then("the connexion is unknown")
    public void isUnknown() {
        assertThat(world.refusal().problem()).isEqualTo("not-found");
    }

    @Then("the connexion is unknown to {string}")
    public void isUnknownTo(String organisation) {
        world.last = world.driver.show(world.operator(organisation), world.connexion());
        isUnknown();
    }

    @Then("the connexion of {string} is unchanged")
    public void isUnchanged(String organisation) {
        var before = gathered.untouched == null ? world.connexionOf(organisation) : gathered.untouched;
        assertThat(world.driver.show(world.operator(organisation), before.id())).isEqualTo(new Answer.Given<>(before));
    }

    @Then("it is refused, because the key is already used")
    public void keyAlreadyUsed() {
        assertThat(world.refusal().problem()).isEqualTo("key-already-used");
    }

    @Then("it is refused, because the permission {string} is missing")
    public void permissionMissing(String permission) {
        assertThat(world.refusal().problem()).isEqualTo("insufficient-permission");
        assertThat(world.refusal().detail()).contains(permission);
    }

    @Then("it is refused, because the connexion must be connected anew")
    public void reconnectRequired() {
        assertThat(world.refusal().problem()).isEqualTo("reconnect-required");
    }

    @Then("it is refused, because the place in the list is not valid")
    public void cursorInvalid() {
        assertThat(world.refusal().problem()).isEqualTo("invalid-cursor");
    }

    @Then("exactly one of them made it, and the others were told that the key is already used")
    public void exactlyOneMadeIt() {
        var made =
                gathered.created.stream().filter(Answer.Given.class::isInstance).count();
        assertThat(made).isEqualTo(1);
        assertThat(gathered.created).allSatisfy(answer -> {
            if (answer instanceof Answer.Refused<Seen.Connexion>(var problem, var detail)) {
                assertThat(problem).as(detail).isEqualTo("key-already-used");
            }
        });
    }

    @Then("exactly one of them completes")
    public void exactlyOneCompletes() {
        assertThat(gathered.arrivals.stream().filter(Seen.Arrival.COMPLETED::equals))
                .hasSize(1);
        assertThat(gathered.arrivals.stream().filter(Seen.Arrival.NOT_VALID::equals))
                .hasSize(gathered.arrivals.size() - 1);
    }

    @Then("Meta was asked to exchange one code")
    public void oneExchange() {
        assertThat(world.driver.exchangesAsked()).isEqualTo(1);
    }

    @Then("the browser is told that the link is not valid")
    public void linkNotValid() {
        assertThat(world.arrival).isEqualTo(Seen.Arrival.NOT_VALID);
    }

    @Then("the session is {string}")
    public void sessionIs(String status) {
        assertThat(sessionNow(world.session()).status()).isEqualTo(status);
    }

    @Then("the session is {string}, because of {string}")
    public void sessionIs(String status, String failure) {
        var session = sessionNow(world.session());
        assertThat(List.of(session.status(), Words.spokenOf(session.failure()))).isEqualTo(List.of(status, failure));
        assertThat(world.arrival).isEqualTo(Seen.Arrival.FAILED);
    }

    @Then("the earlier session is {string}")
    public void earlierSessionIs(String status) {
        assertThat(sessionNow(world.sessions.getFirst()).status()).isEqualTo(status);
    }

    @Then("the owner who opens the earlier link is told that it is over")
    public void earlierLinkIsOver() {
        isOver(world.sessions.getFirst());
    }

    @Then("the owner who opens the link is told that it is over")
    public void linkIsOver() {
        isOver(world.session());
    }

    @Then("the list has {int} connexions, all of {string}")
    public void listHas(int count, String organisation) {
        var answer = Words.spokenOf(world.last);
        assertThat(answer).isInstanceOf(Answer.Given.class);
        var page = (Seen.Page) ((Answer.Given<?>) answer).value();
        var id = world.organisationNamed(organisation).id();
        assertThat(page.items())
                .hasSize(count)
                .allSatisfy(item -> assertThat(item.organisation()).isEqualTo(id));
    }

    @Then("it met each of its {int} connexions once, the newest first")
    public void metEachOnce(int count) {
        assertThat(gathered.met).hasSize(count);
        assertThat(gathered.met.stream().map(Seen.Connexion::id))
                .containsExactlyInAnyOrderElementsOf(
                        world.made.stream().map(Seen.Connexion::id).toList());
        assertThat(gathered.met)
                .isSortedAccordingTo(
                        Comparator.comparing(Seen.Connexion::createdAt).reversed());
    }

    @Then("it met each of the {int} connexions that were there once")
    public void metThoseThatWereThere(int count) {
        assertThat(world.made).hasSize(count);
        metEachOnce(count);
    }

    @Then("it took {int} pages")
    public void tookPages(int pages) {
        assertThat(gathered.pages).isEqualTo(pages);
    }

    @Then("these filters find so many:")
    public void filtersFind(DataTable table) {
        var who = world.owner().as(Role.OPERATOR);
        for (var row : table.asMaps()) {
            var filter = Words.spokenOf(row.get("filter")).split("=", 2);
            var page = world.given(world.driver.list(who, Map.of(filter[0], filter[1]), 50, null));
            assertThat(page.items())
                    .as(String.join("=", filter))
                    .hasSize(Integer.parseInt(Words.spokenOf(row.get("found"))));
        }
    }

    @Then("the audit's newest entry says that an operator {string}")
    public void newestEntry(String action) {
        var newest = entries().getFirst();
        assertThat(newest.action()).isEqualTo(action);
        assertThat(newest.actor()).isEqualTo("user");
    }

    @Then("the audit has one entry {string}")
    public void hasOneEntry(String action) {
        assertThat(entries().stream().map(Seen.Entry::action).filter(action::equals))
                .hasSize(1);
    }

    @Then("^the audit says in this order: (.*)$")
    public void auditSays(String actions) {
        assertThat(entries().reversed().stream().map(Seen.Entry::action).collect(Collectors.toList()))
                .isEqualTo(Words.quoted(actions));
    }

    @Then("the audit chain holds")
    public void chainHolds() {
        var chain = world.given(world.driver.audit(world.owner().as(Role.OPERATOR), null))
                .entries()
                .reversed();
        assertThat(chain).isNotEmpty();
        for (var i = 0; i < chain.size(); i++) {
            assertThat(chain.get(i).sequence()).isEqualTo(i + 1);
            assertThat(chain.get(i).previousHash())
                    .isEqualTo(i == 0 ? "0".repeat(64) : chain.get(i - 1).hash());
        }
    }

    private List<Seen.Entry> entries() {
        return world.given(world.driver.audit(world.owner().as(Role.OPERATOR), world.connexion()))
                .entries();
    }

    private Seen.Session sessionNow(Seen.Session session) {
        return world.given(world.driver.session(world.owner().as(Role.OPERATOR), session.id()));
    }

    private void isOver(Seen.Session session) {
        assertThat(world.driver.look(Words.link(session))).isEqualTo(Seen.StartPage.OVER);
        assertThat(world.driver.open(Words.link(session)).wasTurnedAway()).isTrue();
    }
}
