package dev.connexions.acceptance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.acceptance.Driver.Decision;
import dev.connexions.acceptance.Seen;
import dev.connexions.acceptance.World;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Set;

/** What Meta is made to forget. */
public final class Forgetting {

    private final World world;

    public Forgetting(World world) {
        this.world = world;
    }

    @When("{string} erases the other one")
    public void erasesOther(String organisation) {
        world.last = world.driver.erase(
                world.operator(organisation), world.made.getFirst().id());
    }

    @When("the owner opens the link and consents, and meanwhile {string} erases the connexion")
    public void erasedMeanwhile(String organisation) {
        world.browser = world.driver.open(Words.link(world.session()));
        world.wayBack = world.driver.consent(world.browser, world.person(), new Decision.Allow(Set.of()));
        world.arrival = world.driver.comeBack(
                world.browser,
                world.wayBack,
                () -> world.given(world.driver.erase(world.operator(organisation), world.connexion())));
    }

    @Then("Meta has forgotten the owner's consent")
    public void isForgotten() {
        assertThat(world.driver.isForgotten(world.person())).isTrue();
    }

    @Then("Meta still knows the owner's consent")
    public void isKnown() {
        assertThat(world.driver.isForgotten(world.person())).isFalse();
    }

    @Then("the audit's newest entry says of {string} that it was {string}")
    public void newestEntry(String action, String outcome) {
        var newest = world.given(world.driver.audit(world.operator(world.owner().name()), null))
                .entries()
                .getFirst();
        assertThat(newest)
                .extracting(Seen.Entry::action, Seen.Entry::outcome, Seen.Entry::actor)
                .containsExactly(action, outcome, "system");
    }
}
