package dev.connexions.meta.sandbox.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connexions.meta.sandbox.app.RegisteredApp;
import dev.connexions.meta.sandbox.people.Account;
import dev.connexions.meta.sandbox.people.Person;
import dev.connexions.meta.sandbox.webhooks.Delivery;
import dev.connexions.meta.sandbox.webhooks.Payloads;
import dev.connexions.meta.sandbox.webhooks.Postman;
import dev.connexions.meta.sandbox.webhooks.Update;
import dev.connexions.meta.sandbox.webhooks.WebhookSettings;
import dev.connexions.meta.sandbox.world.World;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells the apps what happens to their accounts, and tries again what did not arrive, by the sandbox's clock. It speaks to
 * callbacks outside the world's lock.
 */
public final class Herald implements AutoCloseable {

    private static final Duration ROUND = Duration.ofMillis(200);

    private final CountDownLatch closing = new CountDownLatch(1);
    private final World world;
    private final Map<String, RegisteredApp> apps;
    private final Postman postman;

    /** @param apps by product: facebook, instagram */
    public Herald(World world, Map<String, RegisteredApp> apps, Postman postman) {
        this.world = world;
        this.apps = Map.copyOf(apps);
        this.postman = postman;
    }

    /**
     * From now on, what was left and what failed is tried when its time comes.
     *
     * @param news looks for some, at each round
     */
    public void start(Runnable news) {
        Thread.ofVirtual().name("sandbox-webhooks").start(() -> {
            while (!isClosing()) {
                news.run();
                retry();
            }
        });
    }

    /** At once. */
    public List<Delivery> send(Notice notice) {
        return written(notice, null).stream().map(this::attempt).toList();
    }

    /** For the next round: whoever leaves it does not wait. */
    void leave(Notice notice) {
        written(notice, world.now());
    }

    private List<Delivery> written(Notice notice, @Nullable Instant nextAt) {
        var url = notice.url() == null ? subscribed(notice.product()).orElse(null) : notice.url();
        if (url == null) {
            return List.of();
        }
        var written = new ArrayList<Delivery>();
        for (var together : notice.posts()) {
            for (var copy = 0; copy < notice.copies(); copy++) {
                written.add(notification(notice, url, together, nextAt));
            }
        }
        return written;
    }

    /** Both are told once, and the app may be told of the same thing in either order (dossier 9). */
    public Delivery call(Delivery.Kind kind, Account account, String product, String url, boolean rightlySigned) {
        return call(kind, signedId(account, product), product, url, rightlySigned);
    }

    private Delivery call(Delivery.Kind kind, String userId, String product, String url, boolean rightlySigned) {
        var secret = app(product).secret() + (rightlySigned ? "" : "-not");
        var request =
                Payloads.signedRequest(secret, userId, world.now(), world.setting(WebhookSettings.ISSUED_AT_AS_TEXT));
        return attempt(add(
                kind,
                url,
                "application/x-www-form-urlencoded",
                "signed_request=" + URLEncoder.encode(request, UTF_8),
                Map.of(),
                null));
    }

    /** Somebody removed the app from an account: the callback that the dashboard names hears of it. */
    public void removed(Account account) {
        if (account.login().throughInstagram()) {
            removedFromInstagram(account);
        }
        if (account.login().throughFacebook()) {
            removed(account.owner(), "facebook");
        }
    }

    /** Through Instagram Login alone. */
    public void removedFromInstagram(Account account) {
        removed(signedId(account, "instagram"), "instagram");
    }

    /** Somebody removed the app altogether. */
    public void removed(Person person) {
        removed(person.id(), "facebook");
    }

    private void removed(String userId, String product) {
        var url = world.setting(WebhookSettings.DEAUTHORIZE_URL);
        if (!url.isEmpty()) {
            call(Delivery.Kind.DEAUTHORIZE, userId, product, url, true);
        }
    }

    /** Meta's question before it believes in a callback (dossier 8.1): the challenge must come back, and nothing else. */
    public boolean shakesHands(String callback, String verifyToken) {
        var challenge = Long.toString(Math.floorMod(world.now().toEpochMilli() * 31, 1_000_000_000L));
        var reply = postman.ask(
                callback + (callback.contains("?") ? "&" : "?") + "hub.mode=subscribe&hub.challenge=" + challenge
                        + "&hub.verify_token=" + URLEncoder.encode(verifyToken, UTF_8),
                world.setting(WebhookSettings.BEYOND_LOOPBACK));
        var status = reply.status();
        return status != null && status == 200 && reply.answer().equals(challenge);
    }

    private Delivery notification(Notice notice, String url, List<Update> updates, @Nullable Instant nextAt) {
        var body = Payloads.notification(
                updates, notice.shape(), notice.wrapped(), world.setting(WebhookSettings.ESCAPED));
        var headers = notice.signature().headers(app(notice.product()), other(notice.product()), body);
        return add(Delivery.Kind.NOTIFICATION, url, "application/json", body, headers, nextAt);
    }

    private Delivery add(
            Delivery.Kind kind,
            String url,
            String contentType,
            String body,
            Map<String, String> headers,
            @Nullable Instant nextAt) {
        return world.change(w -> {
            var content = Content.of(w);
            var delivery = new Delivery(
                    content.ids().delivery(),
                    kind,
                    url,
                    contentType,
                    body,
                    headers,
                    w.now(),
                    kind == Delivery.Kind.NOTIFICATION,
                    0,
                    nextAt,
                    null,
                    null);
            content.outbox().put(delivery);
            return delivery;
        });
    }

    private Delivery attempt(Delivery delivery) {
        var reply = postman.deliver(delivery, world.setting(WebhookSettings.BEYOND_LOOPBACK));
        return world.change(w -> {
            var next = delivery.tried(reply.status(), reply.answer(), w.now());
            // a reset may have come between
            if (Content.of(w).outbox().find(delivery.id()).isPresent()) {
                Content.of(w).outbox().put(next);
            }
            return next;
        });
    }

    private void retry() {
        world.look(w -> Content.of(w).outbox().due(w.now())).forEach(this::attempt);
    }

    private Optional<String> subscribed(String product) {
        return world.look(
                w -> Content.of(w).subscriptions().of(product, "instagram").map(app -> app.callbackUrl()));
    }

    private String signedId(Account account, String product) {
        if (product.equals("facebook")) {
            return account.owner();
        }
        return world.setting(WebhookSettings.SIGNED_ID) == WebhookSettings.SignedId.SCOPED
                ? account.scopedId()
                : account.id();
    }

    private RegisteredApp app(String product) {
        var app = apps.get(product);
        if (app == null) {
            throw new IllegalArgumentException("no app of the product " + product);
        }
        return app;
    }

    private @Nullable RegisteredApp other(String product) {
        return apps.get(product.equals("facebook") ? "instagram" : "facebook");
    }

    private boolean isClosing() {
        try {
            return closing.await(ROUND.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closing.countDown();
        postman.close();
    }
}
