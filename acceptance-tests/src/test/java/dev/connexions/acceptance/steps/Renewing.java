package dev.connexions.acceptance.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.connexions.acceptance.Driver.Role;
import dev.connexions.acceptance.World;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Tokens that come of age. */
public final class Renewing {

    private final World world;
    private final Gathered gathered;

    public Renewing(World world, Gathered gathered) {
        this.world = world;
        this.gathered = gathered;
    }

    @When("{int} days pass")
    public void daysPass(int days) {
        world.driver.pass(Duration.ofDays(days));
    }

    @When("the service does its background work")
    public void works() {
        replicasWork(1);
    }

    @When("{int} replicas do their background work at the same time")
    public void replicasWork(int replicas) {
        gathered.tokenBefore = token();
        world.driver.letWork(replicas);
    }

    @When("Meta refuses to renew tokens")
    public void metaRefuses() {
        world.driver.refuseRenewals();
    }

    @When("{string} asks for a fresh token")
    public void asks(String organisation) {
        var who = world.operator(organisation);
        if (world.owner().name().equals(organisation)) {
            gathered.tokenBefore = token();
        }
        world.last = world.driver.refresh(who, world.connexion());
    }

    @Then("a service of {string} gets the same token as before")
    public void sameToken(String organisation) {
        var token = world.given(world.driver.readToken(world.as(Role.SERVICE, organisation), world.connexion()));
        assertThat(token.value()).isEqualTo(Words.spokenOf(gathered.tokenBefore));
    }

    @Then("Meta was asked to renew {int} times")
    public void asked(int times) {
        assertThat(world.driver.renewalsAsked(world.person())).isEqualTo(times);
    }

    @Then("its latest renewal came out as {string}")
    public void cameOut(String result) {
        assertThat(world.now().lastRefresh()).isEqualTo(result);
    }

    @Then("it will be renewed {int} days before its token ends")
    public void plannedFor(int days) {
        var now = world.now();
        assertThat(Words.spokenOf(now.nextRefreshAt()))
                .isCloseTo(
                        Words.spokenOf(now.tokenExpiresAt()).minus(Duration.ofDays(days)),
                        within(5, ChronoUnit.MINUTES));
    }

    @Then("it will not be renewed")
    public void notPlanned() {
        assertThat(world.now().nextRefreshAt()).isNull();
    }

    @Then("it is refused, because the token is too young")
    public void tooYoung() {
        assertThat(world.refusal().problem()).isEqualTo("too-early-to-refresh");
    }

    @Then("it is refused, because Meta refused")
    public void metaRefused() {
        assertThat(world.refusal().problem()).isEqualTo("upstream-failed");
    }

    private String token() {
        return world.driver.readToken(world.owner().as(Role.SERVICE), world.connexion())
                        instanceof
                        dev.connexions.acceptance.Driver.Answer.Given<dev.connexions.acceptance.Seen.Token>(var token)
                ? token.value()
                : "";
    }
}
