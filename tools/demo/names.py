"""Invented names: lists by region, drawn by a seeded generator, no two people alike but a few namesakes."""

import unicodedata
from random import Random

_GROUPS: tuple[tuple[str, str], ...] = (
    ("Alice Callum Fiona Gareth Imogen Jack Keira Lewis Megan Niall Orla Rhys Sophie Tom Una Walter",
     "Ashworth Brennan Calloway Doyle Eccles Fairfax Gallagher Hargrove Kinsella Langley MacRae Ormond Pryce Whitlow"),
    ("Astrid Bjorn Elin Freja Gustav Hanna Ingrid Jonas Kaisa Lars Maja Nils Oskar Sanna Torsten Ylva",
     "Almgren Bergström Dahl Ekholm Fjeld Grönlund Hagen Isaksson Korhonen Lindqvist Møller Nyberg Rantanen Sjöberg"),
    ("Agata Bartek Celina Damian Ewa Filip Grażyna Hubert Iga Jakub Kinga Łukasz Marta Oliwia Piotr Zofia",
     "Adamczyk Borkowski Cichy Dudek Gajda Jabłoński Kowal Malec Nowicki Olszewski Pawlak Rogala Sikora Wrona"),
    ("Afonso Beatriz Catarina Diogo Elena Francisco Gonçalo Inês Javier Leonor Marina Nuno Pilar Rita Tiago Vasco",
     "Almeida Barros Carvalho Delgado Esteves Figueira Gouveia Herrera Ibarra Leal Moreira Navarro Quintela Salgado"),
    ("Alessia Bruno Chiara Dario Elisa Fabio Giulia Luca Marco Nadia Paolo Rosa Silvia Tommaso Ugo Viola",
     "Amato Bellini Conti Ferrante Galli Leone Marchetti Neri Orsini Pellegrini Riva Serra Testa Valenti"),
    ("Anke Benedikt Carla Dietmar Elke Florian Greta Heiko Jana Konrad Lena Moritz Nele Ralf Silke Uwe",
     "Amsel Baumgart Engelke Freitag Grothe Hartung Keller Lindner Möbius Neuhaus Petzold Rieger Stolz Wendt"),
    ("Amélie Bastien Camille Damien Élodie Fabrice Gaëlle Hugo Inès Julien Léa Mathis Noémie Quentin Sylvie Yann",
     "Aubert Boucher Chevalier Delorme Fontaine Girard Lacroix Marchand Noël Perrin Renaud Sauvage Tessier Vasseur"),
    ("Ada Bola Chidi Damilola Ebele Femi Ifeoma Kelechi Lola Ngozi Obinna Sade Tunde Uche Yemi Zainab",
     "Abiola Adeyemi Balogun Chukwu Danjuma Eze Falana Ibekwe Nwosu Obi Okafor Okonkwo Oyelaran Uzor"),
    ("Achieng Baraka Chebet Faraja Grace Juma Kamau Lulu Makena Njeri Otieno Pendo Rehema Simba Wanjiru Zawadi",
     "Barasa Chege Gitau Kariuki Kimani Maina Mbeki Mutua Ndung'u Njoroge Ochieng Odhiambo Wafula Wekesa"),
    ("Aarav Bhavna Chetan Deepika Esha Gaurav Harini Ishaan Kavya Lakshmi Manish Nikhil Priya Rohan Shreya Varun",
     "Agarwal Bhatt Chandra Deshmukh Iyer Joshi Kulkarni Menon Nair Pillai Rao Saxena Thakur Verma"),
    ("Aisha Bilal Dalia Farid Ghada Hamza Iman Jamal Karim Layla Mona Noor Omar Rania Samir Yasmin",
     "Abbasi Barakat Darwish Farouk Haddad Hashemi Jaber Khoury Mansour Nasser Qadir Rahimi Saleh Zaman"),
    ("Aylin Berk Ceren Deniz Emre Figen Gül Hakan Ilgaz Kerem Leyla Mert Nazlı Ozan Pınar Selin",
     "Aksoy Bulut Çelik Demir Erdem Güneş Kaplan Koç Öztürk Polat Şahin Tekin Uysal Yıldız"),
    ("Bo Chen Fang Hui Jing Kai Lan Mei Ning Qi Rui Shan Tao Wei Xiu Yun",
     "Bai Cao Deng Fu Guo Hong Jiang Kong Luo Meng Pan Song Tang Zhou"),
    ("Aiko Chihiro Daichi Emi Haruto Jun Kaori Kenji Mio Naoki Ren Sakura Takumi Yui Yuto Akira",
     "Aoki Fujita Hayashi Ishida Kawano Maeda Mori Nakajima Okada Sakamoto Takagi Ueda Wada Yoshida"),
    ("Bao Chau Dung Giang Hanh Hieu Khoa Lien Linh Minh Nga Phuc Quyen Thao Trang Tuan",
     "Bui Cao Dang Dinh Doan Duong Ho Huynh Luong Ly Ngo Phan Trinh Vo"),
    ("Danylo Halyna Iryna Kateryna Lesia Maksym Mykola Nadiya Oksana Olena Petro Roman Solomiya Taras Yuliia Zoya",
     "Bondar Danylko Fedorenko Hrytsenko Koval Lysenko Melnyk Panchenko Rudenko Savchuk Tkach Voloshyn Zinchenko"),
    ("Alexis Dimitra Eleni Fotis Giorgos Ioanna Katerina Leonidas Manos Nikos Petros Rena Sofia Thanos Vasiliki Zoe",
     "Antoniou Christou Drakos Floros Galanis Kallis Lambros Makris Nikolaou Pappas Raptis Stavrou Vlachos Zervas"),
    ("Alba Camilo Dani Esteban Gabriela Héctor Isabela Joaquín Lucía Mateo Paloma Renata Santiago Valeria Ximena Yago",
     "Acosta Benítez Cárdenas Espinosa Fuentes Guzmán Lozano Mejía Orozco Paredes Rincón Suárez Tovar Zapata"),
)
_POOLS = tuple((first.split(), last.split()) for first, last in _GROUPS)
_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i"})


def draw_names(count: int, namesakes: int, rng: Random) -> list[tuple[str, str]]:
    """`count` (first, last) names; the last `namesakes` of them repeat an earlier one."""
    seen: dict[tuple[str, str], None] = {}
    while len(seen) < count - namesakes:
        firsts, lasts = _POOLS[rng.randrange(len(_POOLS))]
        if rng.random() < 0.18:  # families mix
            firsts = _POOLS[rng.randrange(len(_POOLS))][0]
        seen[(firsts[rng.randrange(len(firsts))], lasts[rng.randrange(len(lasts))])] = None
    names = list(seen)
    return names + [names[rng.randrange(len(names))] for _ in range(namesakes)]


def ascii_letters(text: str) -> str:
    """`Bergström` -> `bergstrom`, for e-mail addresses."""
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(letter for letter in plain.lower() if letter.isascii() and letter.isalpha())
