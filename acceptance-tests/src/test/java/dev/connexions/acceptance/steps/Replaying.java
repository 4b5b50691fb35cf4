package dev.connexions.acceptance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.acceptance.Driver.Role;
import dev.connexions.acceptance.FormQuery;
import dev.connexions.acceptance.Seen;
import dev.connexions.acceptance.World;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A code that was used already. */
public final class Replaying {

    private final World world;

    private Seen.@Nullable Connexion first;
    private @Nullable String token;

    public Replaying(World world) {
        this.world = world;
    }

    @When("the code that connected it is brought back to another connexion of {string}")
    public void broughtBackElsewhere(String organisation) {
        first = world.now();
        token = token(first.id());
        var used = Words.spokenOf(world.wayBack);
        var setting = new Setting(world);
        setting.hasConnexion(organisation);
        setting.started(organisation);
        setting.ownerOpened();
        var browser = Words.spokenOf(world.browser);
        var state = FormQuery.parse(Words.spokenOf(browser.consentPage()).getRawQuery())
                .get("state");
        world.arrival = world.driver.comeBack(browser, used.with("state", Words.spokenOf(state)));
    }

    @Then("the connexion that it connected is as it was, its token included")
    public void isIntact() {
        var before = Words.spokenOf(first);
        assertThat(world.given(world.driver.show(world.owner().as(Role.OPERATOR), before.id())))
                .isEqualTo(before);
        assertThat(token(before.id())).isEqualTo(token);
    }

    private String token(UUID connexion) {
        return world.given(world.driver.readToken(world.owner().as(Role.SERVICE), connexion))
                .value();
    }
}
