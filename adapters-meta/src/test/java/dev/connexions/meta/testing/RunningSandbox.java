package dev.connexions.meta.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.connexions.meta.catalogue.GraphVersions;
import dev.connexions.meta.sandbox.Sandbox;
import dev.connexions.meta.sandbox.SandboxAccount;
import dev.connexions.meta.sandbox.SandboxSettings;
import dev.connexions.meta.sandbox.app.Configuration;
import dev.connexions.meta.sandbox.app.RegisteredApp;
import dev.connexions.meta.shared.AppSecret;
import dev.connexions.meta.shared.MetaSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A sandbox and somebody who talks to it by plain HTTP, knowing nothing but Meta's documentation. */
public final class RunningSandbox implements AutoCloseable {

    public static final String APP = "4820019283";
    public static final String SECRET = "canary-app-secret-0a1b2c3d";
    public static final String FACEBOOK_APP = "3310028471";
    public static final String FACEBOOK_SECRET = "canary-facebook-secret-9f8e7d";
    public static final String CONFIGURATION = "71001";
    public static final String SYSTEM_USER = "71002";
    public static final String FACEBOOK_SCOPES =
            "pages_show_list,pages_read_engagement,instagram_basic,instagram_content_publish";
    public static final String REDIRECT = "https://app.example/meta/oauth/callback";
    public static final String ALL_SCOPES = "instagram_business_basic,instagram_business_content_publish,"
            + "instagram_business_manage_comments,instagram_business_manage_insights";
    public static final InstantSource REAL =
            () -> InstantSource.system().instant().truncatedTo(ChronoUnit.MICROS);

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final Sandbox sandbox;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public record Reply(int status, String body, Map<String, List<String>> headers) {

        public JsonNode json() {
            try {
                return MAPPER.readTree(body);
            } catch (IOException malformed) {
                throw new UncheckedIOException(malformed);
            }
        }

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }

        /** {@code 190/463}, {@code 100/0} */
        public String error() {
            var error = json().path("error");
            return error.path("code").asInt() + "/"
                    + error.path("error_subcode").asInt();
        }
    }

    private RunningSandbox(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    public static RunningSandbox start() {
        return start(42, Set.of(REDIRECT), null);
    }

    public static RunningSandbox start(long seed, Set<String> redirectUris, @Nullable Path stateFile) {
        return start(null, seed, redirectUris, stateFile, REAL);
    }

    /** Outside it passes no time, or what time {@code real} says. */
    public static RunningSandbox start(long seed, InstantSource real) {
        return start(null, seed, Set.of(REDIRECT), null, real);
    }

    /** It speaks HTTPS too. */
    public static RunningSandbox startSecure() {
        return start(0, 42, Set.of(REDIRECT), null, REAL);
    }

    private static RunningSandbox start(
            @Nullable Integer httpsPort,
            long seed,
            Set<String> redirectUris,
            @Nullable Path stateFile,
            InstantSource real) {
        var configurations = Map.of(
                CONFIGURATION, new Configuration(CONFIGURATION, List.of(FACEBOOK_SCOPES.split(",", -1)), false),
                SYSTEM_USER, new Configuration(SYSTEM_USER, List.of(FACEBOOK_SCOPES.split(",", -1)), true));
        var facebook = new RegisteredApp(FACEBOOK_APP, FACEBOOK_SECRET, redirectUris, configurations);
        var instagram = new RegisteredApp(APP, SECRET, redirectUris);
        return new RunningSandbox(Sandbox.start(
                new SandboxSettings("127.0.0.1", 0, httpsPort, seed, facebook, instagram, stateFile), real));
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    /** What the real client is told to speak to it. */
    public MetaSettings settings() {
        return new MetaSettings(
                GraphVersions.load().newest(),
                URI.create(REDIRECT),
                new MetaSettings.InstagramApp(
                        APP,
                        AppSecret.parse(SECRET),
                        sandbox.instagramDialogUrl(),
                        sandbox.instagramTokenUrl(),
                        sandbox.instagramGraphUrl()),
                new MetaSettings.FacebookApp(
                        FACEBOOK_APP,
                        AppSecret.parse(FACEBOOK_SECRET),
                        sandbox.facebookDialogUrl(),
                        sandbox.facebookGraphUrl(),
                        sandbox.facebookUploadUrl()));
    }

    public Reply send(String method, String path, String contentType, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                .timeout(Duration.ofSeconds(20))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        headers.forEach(request::header);
        var response = exchange(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(
                response.statusCode(), response.body(), response.headers().map());
    }

    /** What lies at an address of this sandbox. */
    public byte[] bytes(String url) {
        var request = HttpRequest.newBuilder(URI.create(url)).build();
        return exchange(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> reading) {
        try {
            return http.send(request, reading);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    public Reply get(String path) {
        return send("GET", path, "", "", Map.of());
    }

    public Reply get(String path, String bearer) {
        return send("GET", path, "", "", Map.of("Authorization", "Bearer " + bearer));
    }

    public Reply postForm(String path, Map<String, String> form) {
        return postForm(path, form(form));
    }

    public Reply postForm(String path, String encoded) {
        return send("POST", path, "application/x-www-form-urlencoded", encoded, Map.of());
    }

    public Reply control(String method, String path, String json) {
        return send(method, "/_sandbox" + path, "application/json", json, Map.of());
    }

    /** A new account, of which no other test knows. */
    public SandboxAccount account(String type) {
        var name = "test." + NAMES.incrementAndGet();
        return account("{\"username\":\"" + name + "\",\"type\":\"" + type + "\"}", name);
    }

    public SandboxAccount account(String json, String name) {
        var reply = control("POST", "/accounts", json);
        if (reply.status() != 201) {
            throw new IllegalStateException(reply.body());
        }
        return sandbox.accounts().stream()
                .filter(account -> account.username().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public static String authorizePath(String scope, String state) {
        var query = new LinkedHashMap<String, String>();
        query.put("client_id", APP);
        query.put("redirect_uri", REDIRECT);
        query.put("response_type", "code");
        query.put("scope", scope);
        query.put("state", state);
        return "/www.instagram.com/oauth/authorize?" + form(query);
    }

    /** What the form sends when these boxes are ticked. */
    public Reply allow(String authorizePath, SandboxAccount account, List<String> ticked) {
        var form = form(Map.of(
                "username",
                account.consentUsername(),
                "password",
                account.consentPassword(),
                "decision",
                "allow",
                "permission",
                ""));
        return postForm(
                authorizePath,
                form + ticked.stream().map(scope -> "&permission=" + scope).collect(Collectors.joining()));
    }

    public String code(SandboxAccount account) {
        return codeIn(allow(authorizePath(ALL_SCOPES, "s"), account, List.of(ALL_SCOPES.split(",", -1))));
    }

    public static String codeIn(Reply redirect) {
        var code = Pattern.compile("[?&]code=([^&#]+)").matcher(redirect.header("Location"));
        if (!code.find()) {
            throw new IllegalStateException("no code: " + redirect.status() + " " + redirect.body());
        }
        return code.group(1);
    }

    public Reply redeem(String code) {
        return postForm("/api.instagram.com/oauth/access_token", tokenForm(code));
    }

    public static Map<String, String> tokenForm(String code) {
        var form = new LinkedHashMap<String, String>();
        form.put("client_id", APP);
        form.put("client_secret", SECRET);
        form.put("grant_type", "authorization_code");
        form.put("redirect_uri", REDIRECT);
        form.put("code", code);
        return form;
    }

    public String shortToken(SandboxAccount account) {
        return redeem(code(account)).json().path("access_token").asText();
    }

    public Reply exchange(String shortToken) {
        return get("/graph.instagram.com/access_token?grant_type=ig_exchange_token&client_secret=" + SECRET
                + "&access_token=" + shortToken);
    }

    public String longToken(SandboxAccount account) {
        return exchange(shortToken(account)).json().path("access_token").asText();
    }

    public Reply refresh(String longToken) {
        return get("/graph.instagram.com/refresh_access_token?grant_type=ig_refresh_token&access_token=" + longToken);
    }

    public Reply me(String token) {
        return get("/graph.instagram.com/v26.0/me?fields=id,user_id,username,account_type", token);
    }

    /** Somebody new, with as many pages, each with an account. */
    public JsonNode person(int pages) {
        var name = "person." + NAMES.incrementAndGet();
        var reply = control(
                "POST", "/people", "{\"username\":\"" + name + "\",\"password\":\"pw\",\"pages\":" + pages + "}");
        if (reply.status() != 201) {
            throw new IllegalStateException(reply.body());
        }
        return reply.json();
    }

    public static String facebookPath(String scope, String more) {
        var query = new LinkedHashMap<String, String>();
        query.put("client_id", FACEBOOK_APP);
        query.put("redirect_uri", REDIRECT);
        query.put("state", "s");
        if (!scope.isEmpty()) {
            query.put("scope", scope);
        }
        return "/www.facebook.com/v26.0/dialog/oauth?" + form(query) + more;
    }

    /** @param more of the form: {@code &permission=…&page=…} */
    public Reply allow(String path, JsonNode person, String more) {
        var form = form(Map.of(
                "username",
                person.path("username").asText(),
                "password",
                person.path("password").asText(),
                "decision",
                "allow"));
        return postForm(path, form + more);
    }

    public Reply facebookToken(Map<String, String> more) {
        var query = new LinkedHashMap<String, String>();
        query.put("client_id", FACEBOOK_APP);
        query.put("client_secret", FACEBOOK_SECRET);
        query.putAll(more);
        return get("/graph.facebook.com/v26.0/oauth/access_token?" + form(query));
    }

    /** A long-lived user token of a person who allows everything. */
    public String userToken(JsonNode person) {
        return userToken(person, FACEBOOK_SCOPES, "");
    }

    /** The same of an account's owner. */
    public String userToken(SandboxAccount account, String scopes) {
        var form = Map.of(
                "username", account.consentUsername(),
                "password", account.consentPassword(),
                "decision", "allow");
        return longUserToken(shortUserToken(postForm(facebookPath(scopes, ""), form)));
    }

    public String userToken(JsonNode person, String scopes, String more) {
        return longUserToken(shortUserToken(allow(facebookPath(scopes, ""), person, more)));
    }

    public String shortUserToken(Reply redirect) {
        return facebookToken(Map.of("redirect_uri", REDIRECT, "code", codeIn(redirect)))
                .json()
                .path("access_token")
                .asText();
    }

    public String longUserToken(String shortToken) {
        return facebookToken(Map.of("grant_type", "fb_exchange_token", "fb_exchange_token", shortToken))
                .json()
                .path("access_token")
                .asText();
    }

    public void advance(Duration by) {
        control("POST", "/clock", "{\"advance\":\"" + by + "\"}");
    }

    public void setClock(Instant to) {
        control("POST", "/clock", "{\"set\":\"" + to + "\"}");
    }

    public static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() {
        http.shutdownNow();
        sandbox.close();
    }
}
