package dev.callboard.sample;

import java.util.List;
import java.util.Locale;

/** Customers of the sample shop. All are made up; their mail addresses end where no mail can go (RFC 2606). */
final class SamplePeople {
    static final List<String> NAMES = List.of("Orla Brennan", "Piotr Zieliński", "Niamh Gallagher", "Deirdre Quinn",
            "Fergus O’Toole", "Ada Nwosu", "Conor Daly", "Grainne Keane", "Marek Dvořák", "Eimear Walsh",
            "Rory Fitzpatrick", "Saoirse Ryan", "Ivana Petrova", "Cathal Moran", "Lena Hartmann", "Tadhg Lynch",
            "Bríd Nolan", "Owen McGrath", "Sadhbh Kavanagh", "Clara Doyle", "Femi Adeyemi", "Ines Moreau",
            "Jonas Weber", "Aoife Byrne");

    private SamplePeople() {}

    static String at(int index) {
        return NAMES.get(Math.floorMod(index, NAMES.size()));
    }

    static String mail(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z ]", "").strip().replace(' ', '.') + "@mail.example";
    }
}
