package dev.connexions.acceptance.steps;

import dev.connexions.acceptance.Driver.Answer;
import dev.connexions.acceptance.Driver.Decision;
import dev.connexions.acceptance.Driver.Role;
import dev.connexions.acceptance.Driver.Who;
import dev.connexions.acceptance.Seen;
import dev.connexions.acceptance.World;
import io.cucumber.java.en.When;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What somebody does. What comes of it is remembered, whether it was what they wanted or not. */
public final class Doing {

    private final World world;
    private final Gathered gathered;

    public Doing(World world, Gathered gathered) {
        this.world = world;
        this.gathered = gathered;
    }

    @When("{string} creates a connexion for the client {string}")
    public void creates(String organisation, String client) {
        create(world.operator(organisation), organisation, client, null);
    }

    @When("a viewer of {string} creates a connexion for the client {string}")
    public void viewerCreates(String organisation, String client) {
        create(world.as(Role.VIEWER, organisation), organisation, client, null);
    }

    @When("{string} creates a connexion with the key {string}")
    public void createsWithKey(String organisation, String key) {
        create(world.operator(organisation), organisation, "somebody", key);
    }

    @When("{string} creates a connexion with the key {string}, its accent typed as two characters")
    public void createsWithDecomposedKey(String organisation, String key) {
        createsWithKey(organisation, Normalizer.normalize(key, Normalizer.Form.NFD));
    }

    @When("{int} workers of {string} create a connexion with the key {string} at the same time")
    public void createAtOnce(int workers, String organisation, String key) {
        gathered.created =
                atOnce(workers, () -> world.driver.create(world.operator(organisation), UUID.randomUUID(), key));
    }

    @When("{string} looks at the connexion")
    public void looks(String organisation) {
        world.last = world.driver.show(world.operator(organisation), world.connexion());
    }

    @When("{string} enables the connexion")
    public void enables(String organisation) {
        world.last = world.driver.enable(world.operator(organisation), world.connexion());
    }

    @When("{string} disables the connexion")
    public void disables(String organisation) {
        world.last = world.driver.disable(world.operator(organisation), world.connexion());
    }

    @When("{string} erases the connexion")
    public void erases(String organisation) {
        world.last = world.driver.erase(world.operator(organisation), world.connexion());
    }

    @When("{string} reads the connexion's access token")
    public void readsToken(String organisation) {
        // a stranger's service may read tokens: what stops it must be that the connexion is not theirs
        var role = world.owner().name().equals(organisation) ? Role.OPERATOR : Role.SERVICE;
        world.last = world.driver.readToken(world.as(role, organisation), world.connexion());
    }

    @When("a service of {string} reads the connexion's access token")
    public void serviceReadsToken(String organisation) {
        world.last = world.driver.readToken(world.as(Role.SERVICE, organisation), world.connexion());
    }

    @When("{string} reads the connexion's audit")
    public void readsAudit(String organisation) {
        world.last = world.driver.audit(world.operator(organisation), world.connexion());
    }

    @When("{string} starts to connect it")
    public void starts(String organisation) {
        gathered.tokenBefore = world.now().tokenExpiresAt() == null ? null : token();
        var answer = world.driver.startSession(world.operator(organisation), world.connexion());
        world.last = answer;
        if (answer instanceof Answer.Given<Seen.Session>(var session)) {
            world.sessions.add(session);
        }
    }

    @When("{string} starts to connect it again")
    public void startsAgain(String organisation) {
        starts(organisation);
    }

    @When("{string} connects a connexion to the same Instagram account")
    public void connectsToTheSame(String organisation) {
        var owner = world.owner().name();
        var before = owner.equals(organisation) ? null : world.connexionOf(owner);
        var setting = new Setting(world);
        setting.hasConnexion(organisation);
        setting.ownerConnected();
        if (before != null) {
            gathered.untouched = before;
        }
    }

    @When("a mail scanner looks at the link {int} times")
    public void scannerLooks(int times) {
        for (var i = 0; i < times; i++) {
            Words.expect(world.driver.look(Words.link(world.session())), Seen.StartPage.READY);
        }
    }

    @When("the owner opens the link")
    public void opens() {
        world.browser = world.driver.open(Words.link(world.session()));
    }

    @When("the owner opens the link and consents")
    public void opensAndConsents() {
        opens();
        consents();
    }

    @When("the owner opens the link and consents to everything but {string}")
    public void opensAndConsentsPartly(String permission) {
        opens();
        decide(new Decision.Allow(Set.of(permission)));
    }

    @When("the owner opens the link and denies")
    public void opensAndDenies() {
        opens();
        decide(new Decision.Deny());
    }

    @When("the owner consents")
    public void consents() {
        decide(new Decision.Allow(Set.of()));
    }

    @When("the owner consents, but another browser comes back")
    public void anotherBrowser() {
        var opener = Words.spokenOf(world.browser);
        var wayBack = world.driver.consent(opener, world.person(), new Decision.Allow(Set.of()));
        var other = new Seen.Browser(opener.consentPage(), "somebody-elses-cookie");
        world.arrival = world.driver.comeBack(other, wayBack);
    }

    @When("the owner consents, but the state comes back altered")
    public void alteredState() {
        var browser = Words.spokenOf(world.browser);
        var wayBack = world.driver.consent(browser, world.person(), new Decision.Allow(Set.of()));
        var state = Words.spokenOf(wayBack.parameters().get("state"));
        var altered = (state.startsWith("A") ? "B" : "A") + state.substring(1);
        world.arrival = world.driver.comeBack(browser, wayBack.with("state", altered));
    }

    @When("the same way back is tried again")
    public void replayed() {
        world.arrival = world.driver.comeBack(Words.spokenOf(world.browser), Words.spokenOf(world.wayBack));
    }

    @When("the owner consents, and the way back is tried {int} times at once")
    public void triedAtOnce(int times) {
        var browser = Words.spokenOf(world.browser);
        var wayBack = world.driver.consent(browser, world.person(), new Decision.Allow(Set.of()));
        gathered.arrivals = atOnce(times, () -> world.driver.comeBack(browser, wayBack));
    }

    @When("Meta stops answering")
    public void metaBreaks() {
        world.driver.breakMeta();
    }

    @When("{int} hours pass")
    public void hoursPass(int hours) {
        world.driver.pass(Duration.ofHours(hours));
    }

    @When("{int} minutes pass")
    public void minutesPass(int minutes) {
        world.driver.pass(Duration.ofMinutes(minutes));
    }

    @When("{int} minutes and {int} seconds pass")
    public void minutesAndSecondsPass(int minutes, int seconds) {
        world.driver.pass(Duration.ofMinutes(minutes).plusSeconds(seconds));
    }

    @When("{string} lists its connexions")
    public void lists(String organisation) {
        world.last = world.driver.list(world.operator(organisation), Map.of(), 50, null);
    }

    @When("{string} continues a list that {string} began")
    public void continuesForeignList(String organisation, String other) {
        var begun = world.given(world.driver.list(world.operator(other), Map.of(), 1, null));
        world.last = world.driver.list(world.operator(organisation), Map.of(), 1, Words.spokenOf(begun.next()));
    }

    @When("{string} walks through its connexions {int} at a time")
    public void walks(String organisation, int atATime) {
        walk(world.operator(organisation), atATime, () -> {});
    }

    @When("{string} walks through its connexions {int} at a time, creating one after each page")
    public void walksCreating(String organisation, int atATime) {
        var who = world.operator(organisation);
        walk(who, atATime, () -> {
            world.given(world.driver.create(who, UUID.randomUUID(), null));
        });
    }

    private void walk(Who who, int atATime, Runnable afterEachPage) {
        String cursor = null;
        do {
            var page = world.given(world.driver.list(who, Map.of(), atATime, cursor));
            gathered.met.addAll(page.items());
            gathered.pages++;
            afterEachPage.run();
            cursor = page.next();
        } while (cursor != null);
    }

    private void create(Who who, String organisation, String client, @Nullable String key) {
        var answer = world.driver.create(who, UUID.nameUUIDFromBytes(client.getBytes(StandardCharsets.UTF_8)), key);
        world.last = answer;
        if (answer instanceof Answer.Given<Seen.Connexion>(var connexion)) {
            world.speaksOf(organisation, connexion);
        }
    }

    private void decide(Decision decision) {
        var browser = Words.spokenOf(world.browser);
        world.wayBack = world.driver.consent(browser, world.person(), decision);
        world.arrival = world.driver.comeBack(browser, world.wayBack);
    }

    private @Nullable String token() {
        return world.given(world.driver.readToken(world.owner().as(Role.SERVICE), world.connexion()))
                .value();
    }

    private static <T> List<T> atOnce(int times, Supplier<T> work) {
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Callable<T>>();
            for (var i = 0; i < times; i++) {
                tasks.add(work::get);
            }
            var results = new ArrayList<T>();
            for (var done : workers.invokeAll(tasks)) {
                results.add(done.get());
            }
            return results;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
