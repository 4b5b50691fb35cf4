package dev.connexions.meta.sandbox;

import dev.connexions.meta.sandbox.app.RegisteredApp;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * @param port 0 takes any that is free
 * @param httpsPort where it speaks HTTPS too; absent: nowhere
 * @param seed what the people and accounts are made of
 * @param facebook the app as Facebook Login knows it
 * @param instagram the app as Instagram Login knows it, by an id and a secret of its own
 * @param stateFile where everything is kept between runs; absent: nowhere
 */
public record SandboxSettings(
        String host,
        int port,
        @Nullable Integer httpsPort,
        long seed,
        RegisteredApp facebook,
        RegisteredApp instagram,
        @Nullable Path stateFile) {}
