package dev.connexions.meta.sandbox.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The people and their accounts, in the order in which they came. Guarded by its owner's lock. */
public final class People {

    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, String> peopleByUsername = new HashMap<>();
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, String> accountsByUsername = new HashMap<>();
    private final Map<String, List<String>> accountsByOwner = new HashMap<>();

    public List<Person> people() {
        return List.copyOf(people.values());
    }

    public List<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    public int countPeople() {
        return people.size();
    }

    public int countAccounts() {
        return accounts.size();
    }

    public Optional<Person> person(String id) {
        return Optional.ofNullable(people.get(id));
    }

    public Optional<Person> personByUsername(String username) {
        return Optional.ofNullable(peopleByUsername.get(username)).flatMap(this::person);
    }

    public Optional<Account> account(@Nullable String id) {
        return Optional.ofNullable(id == null ? null : accounts.get(id));
    }

    public Optional<Account> byUsername(String username) {
        return account(accountsByUsername.get(username));
    }

    public List<Account> ownedBy(String person) {
        return accountsByOwner.getOrDefault(person, List.of()).stream()
                .flatMap(id -> account(id).stream())
                .toList();
    }

    /** The account that a pair typed into the consent form opens: its own name with its owner's password. */
    public Optional<Account> byCredentials(String username, String password) {
        return byUsername(username).filter(account -> owner(account).password().equals(password));
    }

    public Person owner(Account account) {
        return person(account.owner())
                .orElseThrow(() -> new IllegalStateException("account " + account.id() + " has no owner"));
    }

    public void put(Person person) {
        people.put(person.id(), person);
        peopleByUsername.put(person.username(), person.id());
    }

    /** Neither its name nor its owner ever changes. */
    public void put(Account account) {
        if (accounts.put(account.id(), account) == null) {
            accountsByUsername.put(account.username(), account.id());
            accountsByOwner
                    .computeIfAbsent(account.owner(), owner -> new ArrayList<>())
                    .add(account.id());
        }
    }

    public void clear() {
        people.clear();
        peopleByUsername.clear();
        accounts.clear();
        accountsByUsername.clear();
        accountsByOwner.clear();
    }
}
