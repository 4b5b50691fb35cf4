package dev.connexions.acceptance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.acceptance.Driver.Role;
import dev.connexions.acceptance.World;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import org.jspecify.annotations.Nullable;

/** What the platform does to its own table. */
public final class Adopting {

    private final World world;

    public Adopting(World world) {
        this.world = world;
    }

    @Given("the platform stored a connexion of {string} as {string} with the token {string}")
    public void stored(String organisation, String status, String token) {
        store(organisation, status, token);
    }

    @Given("the platform stored a connexion of {string} as {string} without a token")
    public void storedWithoutToken(String organisation, String status) {
        store(organisation, status, null);
    }

    @When("the platform writes the status {string}")
    public void writesStatus(String status) {
        world.driver.platformWritesStatus(world.connexion(), status);
    }

    @When("the platform writes the token {string}")
    public void writesToken(String token) {
        world.driver.platformWritesToken(world.connexion(), token);
    }

    @Then("the token {string} stands in clear text")
    public void standsInClear(String token) {
        assertThat(world.driver.isInClear(world.connexion(), token)).isTrue();
    }

    @Then("the token {string} stands nowhere in clear text")
    public void isSealed(String token) {
        assertThat(world.driver.isInClear(world.connexion(), token)).isFalse();
    }

    @Then("a service of {string} gets the token {string}")
    public void getsToken(String organisation, String token) {
        var who = world.organisationNamed(organisation).as(Role.SERVICE);
        assertThat(world.given(world.driver.readToken(who, world.connexion())).value())
                .isEqualTo(token);
    }

    private void store(String organisation, String status, @Nullable String token) {
        var id = world.driver.platformStores(world.organisationNamed(organisation), status, token);
        world.speaksOf(organisation, world.given(world.driver.show(world.operator(organisation), id)));
    }
}
