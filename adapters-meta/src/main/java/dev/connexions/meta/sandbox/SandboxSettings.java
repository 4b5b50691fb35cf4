package dev.connexions.meta.sandbox;

import dev.connexions.meta.sandbox.app.RegisteredApp;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * @param port 0 takes any that is free
 * @param seed what the people and accounts are made of
 * @param instagram the app as Instagram Login knows it
 * @param stateFile where everything is kept between runs; absent: nowhere
 */
public record SandboxSettings(
        String host,
        int port,
        long seed,
        RegisteredApp instagram,
        @Nullable Path stateFile) {}
