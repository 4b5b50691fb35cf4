package dev.connexions.acceptance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.acceptance.Driver.Answer;
import dev.connexions.acceptance.Driver.Who;
import dev.connexions.acceptance.Seen;
import dev.connexions.acceptance.World;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** What is held, spent and left of a connexion's day. */
public final class Quotas {

    private final World world;
    private final List<Answer<Seen.Reservation>> reservations = new ArrayList<>();
    private @Nullable UUID reservation;

    public Quotas(World world) {
        this.world = world;
    }

    @Given("its daily limit is {int}")
    public void limitIs(int units) {
        world.given(world.driver.limitQuota(owner(), world.connexion(), units));
    }

    @Given("{string} holds {int} units")
    public void holds(String organisation, int units) {
        reservation = world.given(world.driver.reserve(world.operator(organisation), world.connexion(), units))
                .id();
    }

    @When("{string} sets its daily limit to {int}")
    public void setsLimit(String organisation, int units) {
        world.last = world.driver.limitQuota(world.operator(organisation), world.connexion(), units);
    }

    @When("{string} takes its daily limit away")
    public void takesLimitAway(String organisation) {
        world.last = world.driver.limitQuota(world.operator(organisation), world.connexion(), null);
    }

    @When("{string} looks at the connexion's quota")
    public void looks(String organisation) {
        world.last = world.driver.quota(world.operator(organisation), world.connexion());
    }

    @When("{string} asks for {int} unit(s)")
    public void asks(String organisation, int units) {
        world.last = world.driver.reserve(world.operator(organisation), world.connexion(), units);
    }

    @When("{string} spends them")
    public void spends(String organisation) {
        world.last = world.driver.spend(world.operator(organisation), world.connexion(), Words.spokenOf(reservation));
    }

    @When("{string} gives them back")
    public void givesBack(String organisation) {
        world.last = world.driver.release(world.operator(organisation), world.connexion(), Words.spokenOf(reservation));
    }

    @When("{int} workers of {string} ask for a unit {int} times each")
    public void askAtOnce(int workers, String organisation, int times) throws Exception {
        var who = world.operator(organisation);
        var connexion = world.connexion();
        Callable<List<Answer<Seen.Reservation>>> work = () -> {
            var answers = new ArrayList<Answer<Seen.Reservation>>();
            for (var i = 0; i < times; i++) {
                answers.add(world.driver.reserve(who, connexion, 1));
            }
            return answers;
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(Collections.nCopies(workers, work))) {
                reservations.addAll(done.get());
            }
        }
    }

    @Then("exactly {int} of them are held, and the others were refused")
    public void exactlySoManyAreHeld(int count) {
        assertThat(reservations.stream().filter(Answer.Given.class::isInstance)).hasSize(count);
        assertThat(reservations).allSatisfy(answer -> {
            if (answer instanceof Answer.Refused<Seen.Reservation>(var problem, var detail)) {
                assertThat(problem).as(detail).isEqualTo("quota-exceeded");
            }
        });
    }

    @Then("of its day {int} units are spent, {int} held and {int} left")
    public void dayIs(int spent, int held, int left) {
        var quota = quota();
        assertThat(List.of(quota.used(), quota.held(), Words.spokenOf(quota.remaining())))
                .isEqualTo(List.of((long) spent, (long) held, (long) left));
    }

    @Then("it has no daily limit")
    public void hasNoLimit() {
        assertThat(quota().limit()).isNull();
        assertThat(quota().remaining()).isNull();
    }

    @Then("they are {string}")
    public void reservationIs(String state) {
        var answer = Words.spokenOf(world.last);
        assertThat(answer).isInstanceOf(Answer.Given.class);
        assertThat(((Seen.Reservation) ((Answer.Given<?>) answer).value()).state())
                .isEqualTo(state);
    }

    @Then("it is refused, because the day has no room for that")
    public void noRoom() {
        assertThat(world.refusal().problem()).isEqualTo("quota-exceeded");
    }

    @Then("it is refused, because it is too late for that")
    public void tooLate() {
        assertThat(world.refusal().problem()).isEqualTo("illegal-transition");
    }

    private Seen.Quota quota() {
        return world.given(world.driver.quota(owner(), world.connexion()));
    }

    private Who owner() {
        return world.operator(world.owner().name());
    }
}
