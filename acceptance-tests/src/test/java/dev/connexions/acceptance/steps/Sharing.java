package dev.connexions.acceptance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.acceptance.Driver.Role;
import dev.connexions.acceptance.Seen;
import dev.connexions.acceptance.World;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Several connexions that hang on one consent. */
public final class Sharing {

    private final World world;
    private final Map<UUID, String> tokens = new HashMap<>();

    public Sharing(World world) {
        this.world = world;
    }

    @Given("the platform marked the other one as {string}")
    public void marked(String status) {
        world.driver.platformWritesStatus(world.made.getFirst().id(), status);
    }

    @Given("a service of {string} knows their tokens")
    public void knowsTokens(String organisation) {
        for (var each : world.made) {
            tokens.put(each.id(), token(organisation, each.id()));
        }
    }

    @When("the grant is looked at")
    public void looksAtGrant() {
        world.last = world.driver.grant(
                world.operator(world.owner().name()), Words.spokenOf(world.now().grant()));
    }

    @When("{string} looks at that grant")
    public void strangerLooks(String organisation) {
        world.last = world.driver.grant(
                world.operator(organisation), Words.spokenOf(world.now().grant()));
    }

    @Then("it tells that the other one is affected")
    public void tellsWhomItAffects() {
        var session = world.given(world.driver.session(
                world.operator(world.owner().name()), world.session().id()));
        var others = world.made.stream()
                .map(Seen.Connexion::id)
                .filter(id -> !id.equals(world.connexion()))
                .toList();
        assertThat(session.affects()).containsExactlyElementsOf(others);
        assertThat(world.session().affects()).isEqualTo(session.affects());
    }

    @Then("both hang on one grant")
    public void bothHang() {
        var answer = world.driver.grant(
                world.operator(world.owner().name()), Words.spokenOf(world.now().grant()));
        assertThat(world.given(answer).connexions())
                .containsExactlyElementsOf(
                        world.made.stream().map(Seen.Connexion::id).toList());
    }

    @Then("the other one is {string}")
    public void otherIs(String status) {
        assertThat(other().status()).isEqualTo(status);
    }

    @Then("the other one is {string}, because of {string}")
    public void otherIs(String status, String reason) {
        assertThat(List.of(other().status(), Words.spokenOf(other().statusReason())))
                .isEqualTo(List.of(status, reason));
    }

    @Then("a service of {string} gets another token than before for the other one")
    public void otherToken(String organisation) {
        var id = other().id();
        assertThat(token(organisation, id)).isNotEqualTo(tokens.get(id));
    }

    @Then("the grant is unknown")
    public void isUnknown() {
        assertThat(world.refusal().problem()).isEqualTo("not-found");
    }

    @Then("the other one's audit says last {string}")
    public void auditSays(String action) {
        var entries = world.given(world.driver.audit(world.owner().as(Role.OPERATOR), other().id()))
                .entries();
        assertThat(entries.stream()
                        .filter(entry -> !entry.action().startsWith("access"))
                        .toList()
                        .getFirst()
                        .action())
                .isEqualTo(action);
    }

    private Seen.Connexion other() {
        return world.given(world.driver.show(
                world.owner().as(Role.OPERATOR), world.made.getFirst().id()));
    }

    private String token(String organisation, UUID connexion) {
        return world.given(world.driver.readToken(world.as(Role.SERVICE, organisation), connexion))
                .value();
    }
}
