package dev.connexions.acceptance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.acceptance.Driver.Role;
import dev.connexions.acceptance.Driver.Who;
import dev.connexions.acceptance.World;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changing whom a connexion serves. */
public final class Updating {

    private final World world;
    private @Nullable String readAs;

    public Updating(World world) {
        this.world = world;
    }

    @Given("{string} read the connexion")
    public void read(String organisation) {
        readAs = world.driver.readAs(world.operator(organisation), world.connexion());
    }

    @Given("{string} made the connexion serve the client {string} of the type {string}")
    public void made(String organisation, String client, String type) {
        world.given(world.driver.update(world.operator(organisation), world.connexion(), type, id(client), null));
    }

    @When("{string} makes the connexion serve the client {string} of the type {string}")
    public void makes(String organisation, String client, String type) {
        update(world.operator(organisation), client, type, null);
    }

    @When("a viewer of {string} makes the connexion serve the client {string} of the type {string}")
    public void viewerMakes(String organisation, String client, String type) {
        update(world.as(Role.VIEWER, organisation), client, type, null);
    }

    @When("{string} makes what it read serve the client {string} of the type {string}")
    public void makesWhatItRead(String organisation, String client, String type) {
        update(world.operator(organisation), client, type, Words.spokenOf(readAs));
    }

    @Then("it serves the client {string} of the type {string}")
    public void serves(String client, String type) {
        assertThat(world.now().clientId()).isEqualTo(id(client));
        assertThat(world.now().clientType()).isEqualTo(type);
    }

    @Then("it serves whom it served before")
    public void servesAsBefore() {
        var before = world.connexionOf(world.owner().name());
        assertThat(world.now().clientId()).isEqualTo(before.clientId());
        assertThat(world.now().clientType()).isEqualTo(before.clientType());
    }

    @Then("it is refused, because the connexion is not what was read")
    public void preconditionFailed() {
        assertThat(world.refusal().problem()).isEqualTo("precondition-failed");
    }

    private void update(Who who, String client, String type, @Nullable String read) {
        world.last = world.driver.update(who, world.connexion(), type, id(client), read);
    }

    private static UUID id(String client) {
        return UUID.nameUUIDFromBytes(client.getBytes(StandardCharsets.UTF_8));
    }
}
