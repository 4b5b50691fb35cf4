package dev.connexions.acceptance.steps;

import dev.connexions.acceptance.Driver.Decision;
import dev.connexions.acceptance.Seen;
import dev.connexions.acceptance.World;
import io.cucumber.java.After;
import io.cucumber.java.en.Given;
import java.text.Normalizer;
import java.util.Set;
import java.util.UUID;

/** How things stand when a scenario begins. */
public final class Setting {

    private final World world;

    public Setting(World world) {
        this.world = world;
    }

    @After
    public void settle() {
        world.driver.settle();
    }

    @Given("the organisations {string} and {string}")
    public void organisations(String one, String other) {
        world.organisation(one);
        world.organisation(other);
    }

    @Given("{string} has a connexion")
    public void hasConnexion(String organisation) {
        world.speaksOf(
                organisation, world.given(world.driver.create(world.operator(organisation), UUID.randomUUID(), null)));
    }

    @Given("{string} has {int} connexions")
    public void hasConnexions(String organisation, int count) {
        for (var i = 0; i < count; i++) {
            world.made.add(world.given(world.driver.create(world.operator(organisation), UUID.randomUUID(), null)));
        }
    }

    @Given("{string} has a connexion with the key {string}")
    public void hasConnexionWithKey(String organisation, String key) {
        world.speaksOf(
                organisation, world.given(world.driver.create(world.operator(organisation), UUID.randomUUID(), key)));
    }

    @Given("{string} has a connexion with the key {string}, its accent typed as one character")
    public void hasConnexionWithComposedKey(String organisation, String key) {
        hasConnexionWithKey(organisation, Normalizer.normalize(key, Normalizer.Form.NFC));
    }

    @Given("the Instagram account {string} of a person who will consent")
    public void person(String username) {
        world.person(username, false);
    }

    @Given("the Instagram account {string} of a person who will consent, which is personal")
    public void personal(String username) {
        world.person(username, true);
    }

    @Given("{string} is connected to an Instagram account")
    public void isConnected(String organisation) {
        isConnectedTo(organisation, "some.bakery");
    }

    @Given("{string} is connected to the Instagram account {string}")
    public void isConnectedTo(String organisation, String username) {
        hasConnexion(organisation);
        world.person(username, false);
        connect(organisation, new Decision.Allow(Set.of()));
        world.speaksOf(organisation, world.now());
    }

    @Given("the owner connected it")
    public void ownerConnected() {
        connect(world.owner().name(), new Decision.Allow(Set.of()));
    }

    @Given("the owner denied once")
    public void ownerDenied() {
        connect(world.owner().name(), new Decision.Deny());
    }

    @Given("another connexion of {string} is connected to the same Instagram account")
    public void anotherIsConnected(String organisation) {
        var spokenOf = world.connexionOf(organisation);
        hasConnexion(organisation);
        connect(organisation, new Decision.Allow(Set.of()));
        world.speaksOf(organisation, spokenOf);
    }

    @Given("{string} has a connexion that its owner is connecting")
    public void isBeingConnected(String organisation) {
        hasConnexion(organisation);
        world.person("late.bakery", false);
        started(organisation);
        ownerOpened();
    }

    @Given("{string} started to connect it")
    public void started(String organisation) {
        world.sessions.add(world.given(world.driver.startSession(world.operator(organisation), world.connexion())));
    }

    @Given("the owner opened the link")
    public void ownerOpened() {
        world.browser = world.driver.open(Words.link(world.session()));
    }

    @Given("the owner consented")
    public void ownerConsented() {
        var browser = Words.spokenOf(world.browser);
        world.wayBack = world.driver.consent(browser, world.person(), new Decision.Allow(Set.of()));
        world.arrival = world.driver.comeBack(browser, world.wayBack);
        Words.expect(world.arrival, Seen.Arrival.COMPLETED);
    }

    @Given("{string} disabled that connexion")
    public void disabled(String organisation) {
        world.given(world.driver.disable(world.operator(organisation), world.connexion()));
    }

    private void connect(String organisation, Decision decision) {
        started(organisation);
        ownerOpened();
        var browser = Words.spokenOf(world.browser);
        var arrival = world.driver.comeBack(browser, world.driver.consent(browser, world.person(), decision));
        Words.expect(arrival, decision instanceof Decision.Deny ? Seen.Arrival.FAILED : Seen.Arrival.COMPLETED);
    }
}
