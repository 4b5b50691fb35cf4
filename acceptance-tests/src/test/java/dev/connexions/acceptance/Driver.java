package dev.connexions.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What scenarios do to the service, whatever it is made of. */
public interface Driver {

    Organisation organisation(String name);

    /** Of the platform, and in none of its organisations. */
    Who administrator();

    /** The owner of an Instagram account, at Meta. */
    Person person(String username, boolean personal);

    /** Somebody at Facebook, without a Page. */
    Person facebookPerson(String username);

    /**
     * The same person with one more Page.
     *
     * @param linked whether an Instagram professional account is linked to it, which is named as the Page
     */
    Person withPage(Person person, String name, boolean linked);

    /** The same person with so many Pages, each with an account. */
    Person withPages(Person person, int count);

    Answer<Seen.Connexion> create(Who who, UUID clientId, @Nullable String key);

    Answer<Seen.Connexion> show(Who who, UUID connexion);

    Answer<Seen.Page> list(Who who, Map<String, String> filters, int limit, @Nullable String cursor);

    Answer<Seen.Connexion> enable(Who who, UUID connexion);

    Answer<Seen.Connexion> disable(Who who, UUID connexion);

    /** @param read how it must still be, as {@link #readAs} said; absent for however it is */
    Answer<Seen.Connexion> update(Who who, UUID connexion, String clientType, UUID clientId, @Nullable String read);

    /** A mark of how it is now. */
    String readAs(Who who, UUID connexion);

    Answer<Seen.Nothing> erase(Who who, UUID connexion);

    default Answer<Seen.Session> startSession(Who who, UUID connexion) {
        return startSession(who, connexion, "instagram");
    }

    Answer<Seen.Session> startSession(Who who, UUID connexion, String loginProduct);

    Answer<Seen.Session> session(Who who, UUID session);

    Answer<Seen.Session> choose(Who who, UUID session, String account);

    Answer<Seen.Grant> grant(Who who, UUID grant);

    Answer<Seen.Token> readToken(Who who, UUID connexion);

    Answer<Seen.Quota> limitQuota(Who who, UUID connexion, @Nullable Integer limit);

    Answer<Seen.Quota> quota(Who who, UUID connexion);

    Answer<Seen.Reservation> reserve(Who who, UUID connexion, int units);

    Answer<Seen.Reservation> spend(Who who, UUID connexion, UUID reservation);

    Answer<Seen.Reservation> release(Who who, UUID connexion, UUID reservation);

    /** Newest first. */
    Answer<Seen.Audit> audit(Who who, @Nullable UUID connexion);

    /** Looks at the link without pressing anything. */
    Seen.StartPage look(String link);

    /** Presses the button: a fresh browser, on its way to Meta, or told why not. */
    Seen.Browser open(String link);

    /** What the person does on Meta's page. */
    Seen.WayBack consent(Seen.Browser browser, Person person, Decision decision);

    /** The browser follows Meta's redirect back to us. */
    Seen.Arrival comeBack(Seen.Browser browser, Seen.WayBack wayBack);

    /** The same, and while Meta is asked what the code is worth something else happens. */
    Seen.Arrival comeBack(Seen.Browser browser, Seen.WayBack wayBack, Runnable meanwhile);

    /** What a browser is told to choose from; nothing where it may not. */
    String choicePage(Seen.Browser browser, UUID session);

    /** The choice, made on that page. */
    Seen.Arrival chooseOnPage(Seen.Browser browser, UUID session, String account);

    void breakMeta();

    void mendMeta();

    /** How many codes Meta was asked to exchange since this scenario began. */
    int exchangesAsked();

    /** Whether Meta was made to forget what the person consented to through Facebook. */
    boolean isForgotten(Person person);

    void pass(Duration time);

    /** By the clock that {@link #pass} moves. */
    Instant now();

    Answer<Seen.Connexion> refresh(Who who, UUID connexion);

    /** So many replicas take the turns of their background work, all at the same time, until nothing is left to do. */
    void letWork(int replicas);

    /** From now on Meta refuses to renew tokens. */
    void refuseRenewals();

    /** How often Meta was asked to renew a token of this person's account since this scenario began. */
    int renewalsAsked(Person person);

    /**
     * The platform inserts a row into its table itself, with a token (or none) that lives for 60 days from now.
     *
     * @param status as the column spells it
     */
    UUID platformStores(Organisation organisation, String status, @Nullable String token);

    void platformWritesStatus(UUID connexion, String status);

    void platformWritesToken(UUID connexion, String token);

    /** Whether the token can be read in the store. */
    boolean isInClear(UUID connexion, String token);

    /** Between two scenarios: whatever was broken is whole again. */
    void settle();

    /**
     * Somebody, by the credential that they show.
     *
     * @param reach absent for whoever stays at home
     */
    record Who(String credential, @Nullable Reach reach) {

        public Who reaching(String reason, @Nullable Organisation organisation) {
            return new Who(credential, new Reach(reason, organisation));
        }
    }

    /**
     * Beyond one's own organisation.
     *
     * @param organisation where what is asked for does not tell; absent for all of them
     */
    record Reach(String reason, @Nullable Organisation organisation) {}

    enum Role {
        OPERATOR,
        VIEWER,
        SERVICE
    }

    record Organisation(String name, UUID id, Map<Role, String> credentials) {

        public Who as(Role role) {
            return new Who(Optional.ofNullable(credentials.get(role)).orElseThrow(), null);
        }
    }

    /** @param pages by their names; empty for whoever has none */
    record Person(String username, String password, String accountId, Map<String, OnPage> pages) {

        public Person(String username, String password, String accountId) {
            this(username, password, accountId, Map.of());
        }

        public Person with(String name, OnPage page) {
            var more = new LinkedHashMap<>(pages);
            more.put(name, page);
            return new Person(username, password, accountId, more);
        }

        public OnPage page(String name) {
            return Optional.ofNullable(pages.get(name)).orElseThrow();
        }
    }

    /** @param accountId absent, as the username, for a Page without an account */
    record OnPage(
            String id, @Nullable String accountId, @Nullable String username) {}

    sealed interface Decision {
        /**
         * @param except permissions that are not ticked
         * @param unticked names of Pages that are not
         */
        record Allow(Set<String> except, Set<String> unticked) implements Decision {

            public Allow(Set<String> except) {
                this(except, Set.of());
            }
        }

        record Deny() implements Decision {}
    }

    /** What was asked for, or the slug of the problem that stood in the way. */
    sealed interface Answer<T> {
        record Given<T>(T value) implements Answer<T> {}

        record Refused<T>(String problem, String detail) implements Answer<T> {}
    }
}
