"""Tiles of the user's own, drawn on the map."""

import base64

import pytest
from tests.serve.tiles import build_archive


@pytest.fixture(scope="module")
def desk(serve_copy, tmp_path_factory):
    path = tmp_path_factory.mktemp("tiles") / "region.pmtiles"
    path.write_bytes(build_archive())
    with serve_copy("--tiles", str(path)) as address:
        yield address


def test_a_file_of_tiles_is_drawn_and_only_the_desk_is_asked(open_page, desk, wait_for_map):
    page = open_page()
    answers = []
    page.on("response", lambda one: one.url.endswith(".pmtiles") and answers.append(one))
    page.goto(f"{desk}/incidents?lang=en")
    wait_for_map(page)
    page.wait_for_timeout(1000)
    assert [one.status for one in answers].count(206) >= 2  # the directory, then a picture
    drawn = page.locator("#map canvas").first.screenshot(type="png")
    assert red_share(page, drawn) > 0.2


def red_share(page, picture):
    """How much of a picture has the colour of the tiles."""
    return page.evaluate(
        """async picture => {
            const image = new Image();
            image.src = "data:image/png;base64," + picture;
            await image.decode();
            const canvas = Object.assign(document.createElement("canvas"), {width: image.width, height: image.height});
            const drawing = canvas.getContext("2d");
            drawing.drawImage(image, 0, 0);
            const {data} = drawing.getImageData(0, 0, image.width, image.height);
            let red = 0;
            for (let at = 0; at < data.length; at += 4) red += data[at] > 150 && data[at + 1] < 90 && data[at + 2] < 90;
            return red / (data.length / 4);
        }""",
        base64.b64encode(picture).decode(),
    )
