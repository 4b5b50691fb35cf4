package dev.connexions.acceptance.full;

import dev.connexions.acceptance.Driver.Decision;
import dev.connexions.acceptance.Driver.Person;
import dev.connexions.acceptance.FormQuery;
import dev.connexions.acceptance.Seen;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the account's owner sees and does, in a browser. */
final class FullBrowsers {

    private static final Pattern COOKIE = Pattern.compile("([^=;]+)=([^;]*)");

    private final FullService service;
    private final Http http;
    private final SandboxControl meta;

    FullBrowsers(FullService service, SandboxControl meta) {
        this.service = service;
        this.http = service.http();
        this.meta = meta;
    }

    String choicePage(Seen.Browser browser, UUID session) {
        var cookie = cookie(browser.cookie());
        var page = choice(session);
        var reply = cookie == null ? http.get(page) : http.get(page, "Cookie", cookie);
        return reply.status() == 200 ? reply.text() : "";
    }

    Seen.Arrival chooseOnPage(Seen.Browser browser, UUID session, String account) {
        var cookie = cookie(browser.cookie());
        var fields = Map.of("account", account);
        var reply = cookie == null
                ? http.form(choice(session), fields)
                : http.form(choice(session), fields, "Cookie", cookie);
        return switch (reply.status()) {
            case 303 -> arrival(reply);
            case 422, 502 -> Seen.Arrival.CHOOSING;
            default -> Seen.Arrival.NOT_VALID;
        };
    }

    Seen.StartPage look(String link) {
        return switch (http.get(URI.create(link)).status()) {
            case 200 -> Seen.StartPage.READY;
            case 404 -> Seen.StartPage.UNKNOWN;
            default -> Seen.StartPage.OVER;
        };
    }

    Seen.Browser open(String link) {
        var reply = http.form(URI.create(link), Map.of());
        if (reply.status() != 303) {
            return new Seen.Browser(null, null);
        }
        return new Seen.Browser(
                URI.create(Optional.ofNullable(reply.header("Location")).orElseThrow()), reply.header("Set-Cookie"));
    }

    Seen.WayBack consent(Seen.Browser browser, Person person, Decision decision) {
        var page = Optional.ofNullable(browser.consentPage()).orElseThrow();
        var fields = new StringBuilder(credentials(person, decision instanceof Decision.Deny ? "deny" : "allow"));
        if (decision instanceof Decision.Allow(var except, var unticked)) {
            var form = boxes(page, person);
            tick(fields, form, "permission", except);
            tick(
                    fields,
                    form,
                    "page",
                    unticked.stream().map(name -> person.page(name).id()).collect(Collectors.toSet()));
        }
        var redirect = http.form(page, fields.toString()).header("Location");
        return new Seen.WayBack(FormQuery.parse(
                URI.create(Optional.ofNullable(redirect).orElseThrow(() -> new AssertionError("consent led nowhere")))
                        .getRawQuery()));
    }

    Seen.Arrival comeBack(Seen.Browser browser, Seen.WayBack wayBack) {
        var callback = service.url().resolve("/meta/oauth/callback?" + Http.encoded(wayBack.parameters()));
        var cookie = cookie(browser.cookie());
        var reply = cookie == null ? http.get(callback) : http.get(callback, "Cookie", cookie);
        if (reply.status() != 303) {
            return Seen.Arrival.NOT_VALID;
        }
        return arrival(reply);
    }

    Seen.Arrival comeBack(Seen.Browser browser, Seen.WayBack wayBack, Runnable meanwhile) {
        meta.slowCodeExchange();
        var asked = meta.codeExchanges();
        try (var browsers = Executors.newVirtualThreadPerTaskExecutor()) {
            var arriving = browsers.submit(() -> comeBack(browser, wayBack));
            while (meta.codeExchanges() == asked && !arriving.isDone()) {
                Thread.onSpinWait();
            }
            meanwhile.run();
            return arriving.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            meta.healAll();
        }
    }

    private URI choice(UUID session) {
        return service.url().resolve("/meta/oauth/choice/" + session);
    }

    private static String credentials(Person person, String decision) {
        return Http.encoded(Map.of("username", person.username(), "password", person.password(), "decision", decision));
    }

    /** Instagram shows what it asks at once, Facebook to whoever logged in. */
    private String boxes(URI page, Person person) {
        var form = http.get(page).text();
        return form.contains("value=\"continue\"")
                ? http.form(page, credentials(person, "continue")).text()
                : form;
    }

    /** The empty value is the hidden field's, which tells who ticks nothing from who leaves the boxes out. */
    private static void tick(StringBuilder fields, String form, String field, Set<String> except) {
        Pattern.compile("name=\"" + field + "\" value=\"([^\"]*)\"")
                .matcher(form)
                .results()
                .map(match -> match.group(1))
                .filter(value -> !except.contains(value))
                .forEach(value -> fields.append('&').append(field).append('=').append(value));
    }

    private static Seen.Arrival arrival(Http.Reply reply) {
        var end = URI.create(Optional.ofNullable(reply.header("Location")).orElseThrow());
        if (end.getPath().startsWith("/meta/oauth/choice/")) {
            return Seen.Arrival.CHOOSING;
        }
        return switch (FormQuery.parse(end.getRawQuery()).get("status")) {
            case "completed" -> Seen.Arrival.COMPLETED;
            case "failed" -> Seen.Arrival.FAILED;
            case null, default -> throw new AssertionError("the consent ended at " + end.getPath());
        };
    }

    /** What a browser would send back of what it was given. */
    private static @Nullable String cookie(@Nullable String given) {
        if (given == null) {
            return null;
        }
        var pair = COOKIE.matcher(given);
        return pair.find() ? pair.group() : "connexions_oauth=" + given;
    }
}
