package dev.connexions.meta.one.wrong;

import dev.connexions.meta.two.wrong.Two;

public record One(Two two) {}
