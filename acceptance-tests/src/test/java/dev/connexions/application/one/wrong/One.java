package dev.connexions.application.one.wrong;

import dev.connexions.application.two.wrong.Two;

public record One(Two two) {}
