//! The words that ranks are written with.

use crate::{
    lexicon::Table,
    rule::{Item, Item::*, Layer},
};

/// A place as number or word, of how many: `57/63`, `ba`.
pub(super) const PLACE: Item = OneOf(&[
    &[As("place", &[Found(Layer::Number)]), Maybe(&[Any(&["/"]), As("total", &[Found(Layer::Number)])])],
    &[As("place", &[Table(Table::Ordinals)]), Maybe(&[Any(&["/"]), As("total", &[Found(Layer::Number)])])],
]);
const AND_COMMA: Item = OneOf(&[&[Any(&[",", ";"]), As("place", &[Found(Layer::Number)])]]);
const AND_NUMBER: Item =
    OneOf(&[&[Any(&["và"]), As("place", &[Found(Layer::Number)]), Not(&[Any(&["/", "%", "điểm", "bậc", "hạng"])])]]);
/// A further place of a list: `, thứ 5`, `và 61/63`, `và 3`.
pub(super) const FURTHER: Item = OneOf(&[
    &[
        Maybe(&[Any(&[",", ";"])]),
        Maybe(&[Any(&["và"])]),
        Maybe(&[Any(&["vị trí", "hạng"])]),
        Any(&["thứ"]),
        PLACE,
        Not(&[Any(&["/"])]),
    ],
    &[
        Any(&["và", ","]),
        Maybe(&[Any(&["hạng", "vị trí"])]),
        As("place", &[Found(Layer::Number)]),
        Any(&["/"]),
        As("total", &[Found(Layer::Number)]),
        Not(&[Any(&["điểm", "%"])]),
    ],
    &[
        Any(&["và"]),
        Any(&["hạng", "vị trí"]),
        As("place", &[Found(Layer::Number)]),
        Not(&[Any(&["/", "%", "điểm", "bậc"])]),
    ],
    // `, 147 và 148`: numbers alone where a list of them ends.
    &[AND_COMMA, AND_COMMA, AND_COMMA, AND_NUMBER],
    &[AND_COMMA, AND_COMMA, AND_NUMBER],
    &[AND_COMMA, AND_NUMBER],
    &[Any(&["và"]), As("place", &[Found(Layer::Number)]), Not(&[Any(&["/", "%", "điểm", "bậc", "hạng"])])],
]);
/// What comes before several places: `các hạng 62, 63`.
pub(super) const SEVERAL: Item = Any(&["các vị trí", "các hạng", "các thứ hạng", "những vị trí"]);
const UNITS: Item = Any(&[
    "tỉnh",
    "thành phố",
    "thành",
    "quốc gia",
    "vùng lãnh thổ",
    "lãnh thổ",
    "nền kinh tế",
    "nước",
    "huyện",
    "thị xã",
    "quận",
    "sở",
    "ban",
    "ngành",
    "đơn vị",
    "địa phương",
    "bộ",
    "cơ quan ngang bộ",
    "cơ quan thuộc Chính phủ",
    "cơ quan",
    "xã",
    "phường",
    "thị trấn",
    "cấp huyện",
    "cấp tỉnh",
    "cấp xã",
    "bệnh viện",
    "ngân hàng",
    "doanh nghiệp",
    "trường",
]);
const AMONG: Item = As(
    "among",
    &[
        UNITS,
        Many(&[Maybe(&[Any(&[",", "và", "-"])]), UNITS]),
        Maybe(&[Any(&[
            "trực thuộc trung ương",
            "trực thuộc TW",
            "trên cả nước",
            "cả nước",
            "trong cả nước",
            "toàn quốc",
            "trên thế giới",
            "thế giới",
            "trên toàn quốc",
            "được đánh giá",
            "được xếp hạng",
            "tham gia xếp hạng",
            "trong tỉnh",
            "của tỉnh",
            "vùng",
            "khu vực",
        ])]),
        Maybe(&[Table(Table::Countries)]),
    ],
);
const WHOLE: Item = As(
    "among",
    &[Any(&[
        "trên cả nước",
        "trong cả nước",
        "của cả nước",
        "cả nước",
        "trên toàn quốc",
        "toàn quốc",
        "trên thế giới",
        "thế giới",
        "toàn cầu",
        "toàn đoàn",
        "toàn tỉnh",
        "trong tỉnh",
    ])],
);
const REGION: Item = As(
    "region",
    &[OneOf(&[
        &[
            Maybe(&[Any(&["trong", "ở", "tại", "của"])]),
            Any(&["khu vực", "vùng", "các tỉnh vùng", "các tỉnh khu vực", "các nước khu vực", "các nước", "khối"]),
            Maybe(&[Table(Table::Countries)]),
        ],
        &[Any(&["trong", "ở", "tại"]), Table(Table::Countries)],
        &[Any(&["ASEAN", "Đông Nam Á", "châu Á", "châu Âu", "châu Phi", "miền Bắc", "miền Nam", "miền Trung"])],
    ])],
);
/// Of how many and among whom: `trong tổng số 121 quốc gia`.
pub(super) const OF: Item = Many(&[OneOf(&[
    &[
        Any(&["trên tổng số", "trong tổng số", "trên tổng", "trong số", "trên số", "trong", "trên"]),
        As("total", &[Found(Layer::Number)]),
        AMONG,
    ],
    &[AMONG],
    &[WHOLE],
    &[REGION],
])]);
pub(super) const STAND: Item = Any(&[
    "xếp hạng thứ",
    "xếp hạng",
    "xếp ở",
    "xếp thứ hạng",
    "xếp",
    "đứng ở",
    "đứng hàng",
    "đứng",
    "đạt",
    "ở",
    "giữ",
    "về",
    "lên",
    "xuống",
    "còn",
    "chiếm",
    "vươn lên",
    "giành",
    "nằm ở",
]);
pub(super) const SEAT: Item = Any(&["vị trí", "thứ hạng", "vị thứ", "thứ bậc", "hạng", "ngôi", "ngôi vị"]);
/// What follows no rank: a unit, or a thing counted.
pub(super) const COUNTS: Item = Not(&[Any(&[
    "%",
    "điểm",
    "bậc",
    "/",
    "trở lên",
    "trưởng",
    "phiếu",
    "tiêu chí",
    "đại biểu",
    "trụ cột",
    "chỉ số",
    "nội dung",
    "lĩnh vực",
    "phút",
    "nhóm",
    "thôn",
    "bản",
    "hộ",
    "dự án",
    "nhiệm vụ",
    "chỉ tiêu",
    "hồ sơ",
    "đảng viên",
    "ủy viên",
    "thành viên",
])]);
/// Words after which `thứ N` counts something else: `lần thứ 4`, `kỳ họp thứ 14`, `sáng thứ 2`.
pub(super) const COUNTED: &[&str] = &[
    "nhóm", "lần", "họp", "năm", "khóa", "ngày", "sáng", "chiều", "tối", "đêm", "phiên", "quý", "kỳ", "nghị", "từ",
    "Điều", "tuần", "bước", "thế", "tháng", "đợt", "vòng", "tập", "con", "người", "cấp", "nhiệm", "hội",
];
