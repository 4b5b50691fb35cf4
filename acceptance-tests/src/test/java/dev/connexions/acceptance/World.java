package dev.connexions.acceptance;

import dev.connexions.acceptance.Driver.Answer;
import dev.connexions.acceptance.Driver.Organisation;
import dev.connexions.acceptance.Driver.Person;
import dev.connexions.acceptance.Driver.Role;
import dev.connexions.acceptance.Driver.Who;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one scenario knows: the driver, and who and what it spoke of. Made anew for each. */
public final class World {

    public final Driver driver = Wiring.driver();

    public final List<Seen.Connexion> made = new ArrayList<>();
    public final List<Seen.Session> sessions = new ArrayList<>();
    public @Nullable Answer<?> last;
    public Seen.@Nullable Browser browser;
    public Seen.@Nullable WayBack wayBack;
    public Seen.@Nullable Arrival arrival;

    private final Map<String, Organisation> organisations = new HashMap<>();
    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, Seen.Connexion> connexions = new HashMap<>();
    private @Nullable Person person;
    private @Nullable Organisation owner;

    public void organisation(String name) {
        organisations.put(name, driver.organisation(name));
    }

    public Organisation organisationNamed(String name) {
        return known(organisations.get(name), name);
    }

    public Who operator(String organisation) {
        return organisationNamed(organisation).as(Role.OPERATOR);
    }

    public Who as(Role role, String organisation) {
        return organisationNamed(organisation).as(role);
    }

    public Person person(String username, boolean personal) {
        // the same person, should a scenario speak of them twice
        person = people.computeIfAbsent(username, name -> driver.person(name, personal));
        return person;
    }

    public Person facebookPerson(String username) {
        person = driver.facebookPerson(username);
        return person;
    }

    /** From here on, "the owner" is this person, or what became of them. */
    public void speaksOf(Person somebody) {
        person = somebody;
    }

    public Person person() {
        return known(person, "the owner");
    }

    public boolean hasPerson() {
        return person != null;
    }

    /** From here on, "the connexion" is this one. */
    public void speaksOf(String organisation, Seen.Connexion connexion) {
        owner = organisationNamed(organisation);
        connexions.put(organisation, connexion);
    }

    public UUID connexion() {
        return known(connexions.get(owner().name()), "the connexion").id();
    }

    public Seen.Connexion connexionOf(String organisation) {
        return known(connexions.get(organisation), "the connexion of " + organisation);
    }

    public Organisation owner() {
        return known(owner, "the connexion's organisation");
    }

    /** What the connexion is now, to its own organisation. */
    public Seen.Connexion now() {
        return given(driver.show(owner().as(Role.OPERATOR), connexion()));
    }

    public <T> T given(Answer<T> answer) {
        last = answer;
        return switch (answer) {
            case Answer.Given<T>(var value) -> value;
            case Answer.Refused<T>(var problem, var detail) ->
                throw new AssertionError("refused: " + problem + ": " + detail);
        };
    }

    public Answer.Refused<?> refusal() {
        if (last instanceof Answer.Refused<?> refused) {
            return refused;
        }
        throw new AssertionError("not refused: " + last);
    }

    public Seen.Session session() {
        return sessions.getLast();
    }

    private static <T> T known(@Nullable T value, String what) {
        if (value == null) {
            throw new AssertionError("the scenario has not spoken of " + what + " yet");
        }
        return value;
    }
}
