package dev.connexions.acceptance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.acceptance.Driver.Answer;
import dev.connexions.acceptance.Driver.Role;
import dev.connexions.acceptance.Driver.Who;
import dev.connexions.acceptance.Seen;
import dev.connexions.acceptance.World;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What an administrator of the platform does beyond its own organisation, and others try. */
public final class Administering {

    private final World world;

    public Administering(World world) {
        this.world = world;
    }

    @When("an administrator looks at the connexion without saying why")
    public void looksWithoutReason() {
        world.last = world.driver.show(world.driver.administrator(), world.connexion());
    }

    @When("an administrator looks at the connexion because of {string}")
    public void looks(String reason) {
        world.last = world.driver.show(administrator(reason), world.connexion());
    }

    @When("an administrator disables the connexion because of {string}")
    public void disables(String reason) {
        world.given(world.driver.disable(administrator(reason), world.connexion()));
    }

    @When("an administrator creates a connexion in {string} because of {string}")
    public void creates(String organisation, String reason) {
        var who = world.driver.administrator().reaching(reason, world.organisationNamed(organisation));
        world.speaksOf(organisation, world.given(world.driver.create(who, UUID.randomUUID(), null)));
    }

    @When("an administrator lists the connexions of {string} because of {string}")
    public void lists(String organisation, String reason) {
        var who = world.driver.administrator().reaching(reason, world.organisationNamed(organisation));
        world.last = world.driver.list(who, Map.of(), 50, null);
    }

    @When("an administrator lists the connexions of all organisations because of {string}")
    public void listsAll(String reason) {
        world.last = world.driver.list(administrator(reason), Map.of(), 50, null);
    }

    @When("{string} looks at the connexion because of {string}")
    public void looksElsewhere(String organisation, String reason) {
        world.last = world.driver.show(world.operator(organisation).reaching(reason, null), world.connexion());
    }

    @When("{string} lists the connexions of {string} because of {string}")
    public void listsElsewhere(String organisation, String other, String reason) {
        var who = world.operator(organisation).reaching(reason, world.organisationNamed(other));
        world.last = world.driver.list(who, Map.of(), 50, null);
    }

    @Then("it sees the connexion of {string} as its own people do")
    public void seesTheSame(String organisation) {
        assertThat(world.last)
                .isEqualTo(world.driver.show(
                        world.operator(organisation),
                        world.connexionOf(organisation).id()));
    }

    @Then("the list has connexions of {string} and of {string}")
    public void listHasBoth(String one, String other) {
        var page = (Seen.Page) ((Answer.Given<?>) Words.spokenOf(world.last)).value();
        var organisations = new HashSet<UUID>();
        page.items().forEach(item -> organisations.add(item.organisation()));
        assertThat(organisations)
                .contains(
                        world.organisationNamed(one).id(),
                        world.organisationNamed(other).id());
    }

    @Then("the audit of {string} says last that an administrator {string} because of {string}")
    public void auditSays(String organisation, String action, String reason) {
        var newest = entries(organisation).getFirst();
        assertThat(List.of(newest.action(), newest.actor(), Words.spokenOf(newest.reason())))
                .isEqualTo(List.of(action, "administrator", reason));
    }

    @Then("the audit of {string} speaks of no administrator")
    public void speaksOfNone(String organisation) {
        assertThat(entries(organisation))
                .isNotEmpty()
                .noneMatch(entry -> entry.actor().equals("administrator"));
    }

    @Then("it is refused, because only an administrator reaches so far")
    public void onlyAdministrators() {
        assertThat(world.refusal().problem()).isEqualTo("insufficient-permission");
    }

    private Who administrator(String reason) {
        return world.driver.administrator().reaching(reason, null);
    }

    private List<Seen.Entry> entries(String organisation) {
        return world.given(world.driver.audit(world.as(Role.OPERATOR, organisation), null))
                .entries();
    }
}
