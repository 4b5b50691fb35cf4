package dev.connexions.meta.wrong;

public final class PartOfTheClient {}
