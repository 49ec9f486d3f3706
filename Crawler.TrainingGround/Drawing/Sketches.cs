
namespace Crawler.TrainingGround.Drawing;

/// <summary>What each subject looks like. Every drawing varies with its random: proportions, colours, details.</summary>
internal static class Sketches
{
    private static readonly Colour Bone = new(238, 226, 196);
    private static readonly Colour Amber = new(150, 88, 36);
    private static readonly Colour Wood = new(128, 82, 46);
    private static readonly Colour Steel = new(120, 132, 148);
    private static readonly Colour[] Paints =
        [new(196, 62, 58), new(52, 98, 168), new(60, 138, 88), new(214, 158, 46), new(128, 74, 150), new(70, 74, 84), new(214, 112, 148), new(46, 142, 152)];

    public static void Draw(Canvas canvas, string subject, SeededRandom random)
    {
        var wall = random.Pick(Paints).Lighter(0.72 + (random.Double() * 0.2));
        canvas.Background(wall, wall.Darker(0.18));
        canvas.Box(0, 380, 640, 100, random.Chance(0.5) ? Wood.Lighter(random.Double() * 0.4) : wall.Darker(0.3));
        canvas.Ellipse(320, 412, 210, 22, wall.Darker(0.42));
        var paint = random.Pick(Paints);
        var size = 0.85 + (random.Double() * 0.3);
        switch (subject)
        {
            case "tusk": Horned(canvas, Bone.Darker(random.Double() * 0.15), random, 46 * size, 150); break;
            case "horn": Horned(canvas, new Colour(84, 72, 60), random, 78 * size, 60); break;
            case "figure": Figure(canvas, Bone.Darker(random.Double() * 0.25), random, size); break;
            case "necklace": Beads(canvas, random.Chance(0.6) ? Bone : Amber, random); break;
            case "comb": Comb(canvas, random.Chance(0.5) ? Amber : Bone, random); break;
            case "shell": Shell(canvas, Amber, random, size); break;
            case "box": Box(canvas, random.Chance(0.5) ? Wood : paint, random, size); break;
            case "bottle": Bottle(canvas, paint, random, size); break;
            case "blister": Blister(canvas, random); break;
            case "bag": Bag(canvas, paint, random, size); break;
            case "shoe": Shoe(canvas, paint, size); break;
            case "watch": canvas.Ring(320, 250, 130 * size, 34, Steel); canvas.Ellipse(320, 250, 96 * size, 96 * size, Bone.Lighter(0.6)); canvas.Box(316, 180, 8, 74, Steel.Darker(0.7)); canvas.Box(316, 246, 70, 8, Steel.Darker(0.7)); break;
            case "snake": Snake(canvas, paint, random); break;
            case "scales": Scales(canvas, random); break;
            case "chair": canvas.Box(230, 110, 180, 30, Wood); canvas.Box(230, 110, 22, 290, Wood); canvas.Box(230, 260, 180, 34, paint); canvas.Box(388, 260, 22, 140, Wood.Darker(0.2)); canvas.Box(230, 180, 180, 18, Wood.Darker(0.1)); break;
            case "lamp": canvas.Polygon(paint.Lighter(0.4), (240, 90), (400, 90), (450, 220), (190, 220)); canvas.Box(312, 220, 16, 170, Steel); canvas.Ellipse(320, 396, 80, 16, Steel.Darker(0.3)); break;
            case "bike": canvas.Ring(200, 320, 90, 12, Steel.Darker(0.5)); canvas.Ring(440, 320, 90, 12, Steel.Darker(0.5)); canvas.Polygon(paint, (200, 320), (290, 180), (310, 180), (220, 320)); canvas.Polygon(paint, (290, 180), (420, 200), (440, 320), (426, 320), (404, 214), (290, 196)); break;
            case "book": canvas.Polygon(paint, (200, 130), (420, 110), (440, 370), (220, 390)); canvas.Polygon(paint.Darker(0.3), (180, 140), (200, 130), (220, 390), (200, 398)); canvas.Box(260, 170, 110, 16, Bone); break;
            case "dress": canvas.Polygon(paint.Lighter(0.2), (280, 100), (360, 100), (380, 210), (460, 400), (180, 400), (260, 210)); canvas.Box(262, 204, 116, 14, paint.Darker(0.3)); break;
            case "toy": canvas.Box(200, 260, 240, 100, paint); canvas.Box(220, 180, 90, 80, random.Pick(Paints)); canvas.Ellipse(250, 372, 38, 38, Steel.Darker(0.5)); canvas.Ellipse(390, 372, 38, 38, Steel.Darker(0.5)); canvas.Ellipse(390, 200, 40, 40, random.Pick(Paints)); break;
            case "phone": canvas.Box(240, 90, 160, 310, Steel.Darker(0.7)); canvas.Box(252, 110, 136, 250, paint.Lighter(0.5)); canvas.Ellipse(320, 380, 14, 14, Steel); break;
            case "plant": Plant(canvas, random); break;
            case "powder": canvas.Ellipse(320, 350, 150 * size, 46, Bone.Lighter(0.8)); canvas.Ellipse(320, 330, 100 * size, 34, Bone.Lighter(0.9)); break;
            case "glasses": canvas.Ring(220, 240, 80 * size, 16, Amber); canvas.Ring(420, 240, 80 * size, 16, Amber); canvas.Box(290, 228, 60, 14, Amber); break;
            default: Box(canvas, paint, random, size); break;
        }
    }

    private static void Horned(Canvas canvas, Colour colour, SeededRandom random, double root, double bend)
    {
        var lift = random.Int(-30, 30);
        var reach = bend + random.Int(-20, 60);
        (double, double) Curve(double t) => (130 + (380 * t), 360 + lift - (reach * Math.Sin(t * Math.PI * 0.7)) - (150 * t * t));
        canvas.Stroke(Curve, root, 7, colour.Darker(0.25));
        canvas.Stroke(t => (Curve(t).Item1 - 5, Curve(t).Item2 - 7), root * 0.82, 4, colour);
        canvas.Stroke(t => (Curve(t).Item1 - 9, Curve(t).Item2 - (root * 0.4 * (1 - t))), root * 0.2, 1, colour.Lighter(0.5));
    }

    private static void Figure(Canvas canvas, Colour colour, SeededRandom random, double size)
    {
        var lean = random.Int(-18, 18);
        canvas.Box(240, 380, 160, 24, Wood.Darker(0.3));
        canvas.Polygon(colour, (320 - (70 * size), 380), (320 + (70 * size), 380), (350 + lean, 200), (290 + lean, 200));
        canvas.Polygon(colour.Darker(0.15), (320, 380), (320 + (70 * size), 380), (350 + lean, 200), (320 + lean, 200));
        canvas.Ellipse(320 + lean, 165, 42 * size, 50 * size, colour);
        canvas.Ellipse(300 + lean, 260, 60, 16, colour.Darker(0.25));
        if (random.Chance(0.5))
            canvas.Polygon(Wood, (320 + lean - 70, 150), (320 + lean + 70, 150), (320 + lean, 95));
    }

    private static void Beads(Canvas canvas, Colour colour, SeededRandom random)
    {
        var count = random.Int(14, 26);
        for (var i = 0; i < count; i++)
        {
            var angle = Math.PI * 2 * i / count;
            var (x, y) = (320 + (150 * Math.Cos(angle)), 240 + (120 * Math.Sin(angle)));
            var r = 14 + (8 * Math.Abs(Math.Sin(angle / 2)));
            canvas.Ellipse(x, y, r, r, colour.Darker(0.2));
            canvas.Ellipse(x - 3, y - 3, r * 0.75, r * 0.75, colour);
        }

        if (random.Chance(0.5))
            canvas.Polygon(colour.Darker(0.3), (300, 355), (340, 355), (320, 410));
    }

    private static void Comb(Canvas canvas, Colour colour, SeededRandom random)
    {
        canvas.Ellipse(320, 200, 180, 80 + random.Int(0, 30), colour);
        canvas.Ellipse(320, 200, 90, 30, colour.Darker(0.3));
        var teeth = random.Int(9, 17);
        for (var i = 0; i < teeth; i++)
            canvas.Polygon(colour.Darker(0.1), (160 + (320.0 * i / teeth), 210), (174 + (320.0 * i / teeth), 210), (168 + (320.0 * i / teeth), 370));
    }

    private static void Shell(Canvas canvas, Colour colour, SeededRandom random, double size)
    {
        canvas.Ellipse(320, 260, 200 * size, 140 * size, colour.Darker(0.4));
        canvas.Ellipse(320, 252, 186 * size, 126 * size, colour);
        for (var i = 0; i < 13; i++)
            canvas.Ellipse(
                320 + ((random.Double() - 0.5) * 280 * size),
                252 + ((random.Double() - 0.5) * 170 * size),
                random.Int(14, 40),
                random.Int(10, 26),
                random.Chance(0.5) ? colour.Lighter(0.4) : colour.Darker(0.45));
    }

    private static void Box(Canvas canvas, Colour colour, SeededRandom random, double size)
    {
        var (w, h) = (random.Int(220, 320) * size, random.Int(110, 200) * size);
        canvas.Box(320 - (w / 2), 400 - h, w, h, colour);
        canvas.Polygon(colour.Lighter(0.25), (320 - (w / 2), 400 - h), (320 + (w / 2), 400 - h), (320 + (w / 2) - 30, 360 - h), (350 - (w / 2), 360 - h));
        canvas.Box(305, 400 - (h * 0.75), 30, 26, new Colour(206, 174, 88));
        if (random.Chance(0.6))
            canvas.Box(320 - (w / 2) + 16, 400 - h + 14, w - 32, 8, Bone);
    }

    private static void Bottle(Canvas canvas, Colour colour, SeededRandom random, double size)
    {
        var w = random.Int(70, 120) * size;
        canvas.Box(320 - (w * 0.3), 110, w * 0.6, 90, colour.Darker(0.2));
        canvas.Box(320 - (w * 0.4), 90, w * 0.8, 30, Steel.Darker(0.5));
        canvas.Ellipse(320, 220, w, 50, colour);
        canvas.Box(320 - w, 220, w * 2, 180, colour);
        canvas.Box(320 - (w * 0.8), 270, w * 1.6, 80, Bone.Lighter(0.5));
        canvas.Box(320 - (w * 0.6), 290, w * random.Double(), 10, Steel);
    }

    private static void Blister(Canvas canvas, SeededRandom random)
    {
        var pill = random.Pick(Paints).Lighter(0.35);
        canvas.Box(150, 130, 340, 220, Steel.Lighter(0.55));
        var rows = random.Int(2, 3);
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < 5; c++)
            {
                canvas.Ellipse(190 + (65 * c), 160 + (110.0 / rows) + (210.0 / rows * r * 0.8), 24, 24, Steel.Lighter(0.2));
                if (!random.Chance(0.12))
                    canvas.Ellipse(190 + (65 * c), 160 + (110.0 / rows) + (210.0 / rows * r * 0.8), 17, 17, pill);
            }
        }
    }

    private static void Bag(Canvas canvas, Colour colour, SeededRandom random, double size)
    {
        canvas.Ring(320, 190, 90 * size, 14, colour.Darker(0.4));
        canvas.Polygon(colour, (190, 200), (450, 200), (480, 390), (160, 390));
        if (random.Chance(0.6))
        {
            for (var i = 0; i < 22; i++)
                canvas.Ellipse(200 + (random.Double() * 240), 220 + (random.Double() * 150), 9, 6, colour.Darker(0.35));
        }

        canvas.Box(300, 210, 40, 30, new Colour(206, 174, 88));
    }

    private static void Shoe(Canvas canvas, Colour colour, double size)
    {
        canvas.Polygon(colour, (170, 360), (180, 200), (270, 190), (300, 270), (450 * size, 320), (470 * size, 370), (170, 370));
        canvas.Box(165, 366, 310 * size, 26, Bone.Lighter(0.4));
        for (var i = 0; i < 4; i++)
            canvas.Box(285 + (30 * i), 262 + (14 * i), 34, 7, Bone);
    }

    private static void Snake(Canvas canvas, Colour colour, SeededRandom random)
    {
        var waves = 2 + random.Double();
        (double, double) Curve(double t) => (110 + (420 * t), 260 + (80 * Math.Sin(t * Math.PI * waves)));
        canvas.Stroke(Curve, 14, 34, colour);
        for (var i = 1; i < 12; i++)
            canvas.Ellipse(Curve(i / 12.0).Item1, Curve(i / 12.0).Item2, 8 + i, 7, colour.Darker(0.4));
        canvas.Ellipse(Curve(1).Item1 + 10, Curve(1).Item2 - 10, 6, 6, Bone);
    }

    private static void Scales(Canvas canvas, SeededRandom random)
    {
        for (var i = 0; i < 34; i++)
        {
            var (x, y) = (170 + (random.Double() * 300), 220 + (random.Double() * 170));
            var colour = Wood.Lighter(random.Double() * 0.4);
            canvas.Polygon(colour, (x - 34, y), (x, y - 30), (x + 34, y), (x, y + 40));
            canvas.Polygon(colour.Darker(0.25), (x, y - 30), (x + 34, y), (x, y + 40));
        }
    }

    private static void Plant(Canvas canvas, SeededRandom random)
    {
        canvas.Polygon(Amber, (260, 310), (380, 310), (360, 400), (280, 400));
        for (var i = 0; i < 11; i++)
        {
            var angle = Math.PI * (0.1 + (0.8 * i / 10));
            var reach = 110 + (random.Double() * 90);
            canvas.Stroke(
                t => (320 + (reach * t * Math.Cos(angle)), 310 - (reach * t * Math.Sin(angle))),
                6,
                20,
                new Colour(52, 120, 66).Lighter(random.Double() * 0.3));
        }
    }
}
